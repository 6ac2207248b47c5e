// Every step that is open, over all pathways, when there is more than the one next step: by when, whose, for whom it
// waits; and for the one who leads, what can be done with each.
import "./runs.css";
import { useState } from "react";
import type { FollowUp, OpenStep } from "../api/names.ts";
import { RedateWindow } from "../follow_up/redate_window.tsx";
import { use_follow_up } from "../follow_up/scope.tsx";
import { StepWindow } from "../pathway/step_window.tsx";
import { focus_when_lost } from "../shared/focus.ts";
import { use_toast } from "../shared/toasts.tsx";
import { use_words } from "../words/use_words.ts";
import { is_same_step, open_groups } from "./open_groups.ts";
import { OpenStepItem, type StepDeed } from "./open_step_item.tsx";
import { SkipWindow } from "./skip_window.tsx";

interface Chosen {
  step: OpenStep;
  deed: StepDeed;
  open: boolean;
}

export function OpenSteps() {
  const { follow_up, may } = use_follow_up();
  // What a window is about outlives its closing, so that a slip with Escape loses nothing typed.
  const [chosen, set_chosen] = useState<Chosen | null>(null);
  const several = follow_up.state === "open" && follow_up.open_steps.length > 1;
  const on_deed = may("lead") ? (step: OpenStep, deed: StepDeed) => set_chosen({ step, deed, open: true }) : undefined;
  return (
    <>
      {several ? <List steps={follow_up.open_steps} on_deed={on_deed} /> : null}
      {chosen ? (
        <Windows
          key={`${chosen.step.run ?? "main"}-${chosen.step.step}-${chosen.step.open_since}`}
          chosen={chosen}
          on_close={() => set_chosen({ ...chosen, open: false })}
        />
      ) : null}
    </>
  );
}

interface ListProps {
  steps: OpenStep[];
  on_deed: ((step: OpenStep, deed: StepDeed) => void) | undefined;
}

function List({ steps, on_deed }: ListProps) {
  const { t } = use_words();
  const groups = open_groups(steps);
  return (
    <section className="sv-card sv-stack" aria-labelledby="open-steps">
      <div>
        <h2 id="open-steps">{t("open.title")}</h2>
        <p className="sv-soft">{t("open.help")}</p>
      </div>
      {groups.map((group) => (
        <div key={group.run ?? "main"} className="sv-open-group">
          {groups.length > 1 ? <h3>{group.title}</h3> : null}
          <ul className="sv-list sv-list--lined">
            {group.steps.map((step) => (
              <li key={step.step}>
                <OpenStepItem step={step} on_deed={on_deed} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function Windows({ chosen, on_close }: { chosen: Chosen; on_close: () => void }) {
  const { t } = use_words();
  const { follow_up, path, set } = use_follow_up();
  const say = use_toast();
  const still_open = follow_up.open_steps.find((one) => is_same_step(one, chosen.step));
  const step = still_open ?? chosen.step;
  const shows = (deed: StepDeed) => chosen.open && chosen.deed === deed;
  return (
    <>
      <StepWindow<FollowUp>
        open={shows("do")}
        on_close={on_close}
        next_step={{ ...step, answers: step.answers ?? [] }}
        version={follow_up.version}
        path={`${path}/steps`}
        changed_text={still_open ? t("step.changed_here") : t("step.changed_gone", { step: step.title })}
        on_changed={set}
        on_done={(next) => {
          set(next);
          on_close();
          say(t("step.saved"));
          focus_when_lost("next-step");
        }}
      />
      <RedateWindow open={shows("date")} on_close={on_close} step={step} />
      <SkipWindow open={shows("skip")} on_close={on_close} step={step} />
    </>
  );
}
