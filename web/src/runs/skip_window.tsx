// Passing over a step, or the whole track it is in, with the reason why. Whether a track may be passed over stands
// in the definition; where that cannot be read, the server says it.
import { useEffect, useState } from "react";
import type { OpenStep, PathwayTexts } from "../api/names.ts";
import { use_load } from "../api/use_load.ts";
import { use_follow_up } from "../follow_up/scope.tsx";
import { RadioField } from "../shared/fields.tsx";
import { Window } from "../shared/window.tsx";
import { use_words, type Words } from "../words/use_words.ts";
import { ChangeWindow } from "./change_window.tsx";
import { version_path } from "./offered.ts";
import { outline_of } from "./outline.ts";

interface Props {
  open: boolean;
  on_close: () => void;
  step: OpenStep;
}

export function can_skip_step(step: OpenStep): boolean {
  return step.may_skip && (step.answers ?? []).length === 0;
}

export function SkipWindow({ open, on_close, step }: Props) {
  const { t } = use_words();
  const [chosen, set_chosen] = useState("");
  const track = use_track(step, open);
  const choices = choices_of(step, track.may_skip, t);
  const what = choices.length === 1 ? (choices[0]?.value ?? "") : chosen;
  const title = `${t("step.skip")}: ${step.title}`;
  const asks = !track.loading && choices.length > 0;
  return (
    <>
      <Window open={open && !asks} on_close={on_close} title={title}>
        <p>{track.loading ? t("loading") : t("step.skip_nothing")}</p>
      </Window>
      <ChangeWindow
        open={open && asks}
        on_close={on_close}
        title={title}
        submit_label={t("step.skip")}
        to="/steps/skip"
        input={{ ...(step.run ? { run: step.run } : {}), what }}
        needed={{ what }}
        reason={{ label: t("step.skip_reason"), help: t("step.skip_reason_help") }}
        dated={t("run.new_date_when")}
        done={t("step.skipped")}
      >
        {choices.length === 1 ? (
          <p className="sv-soft">{choices[0]?.label}</p>
        ) : (
          <RadioField name="what" label={t("step.skip_what")} value={chosen} on_change={set_chosen} choices={choices} />
        )}
      </ChangeWindow>
    </>
  );
}

function choices_of(step: OpenStep, track_may_skip: boolean, t: Words) {
  const choices = can_skip_step(step) ? [{ value: step.step, label: t("step.skip_step") }] : [];
  if (!step.track || !track_may_skip) return choices;
  return [...choices, { value: step.track, label: t("step.skip_track", { track: step.track_title ?? step.track }) }];
}

function use_track(step: OpenStep, open: boolean): { may_skip: boolean; loading: boolean } {
  const { language } = use_words();
  const { follow_up } = use_follow_up();
  const pathway = follow_up.pathways.find((one) => one.run === step.run);
  // Read when the window is opened for the first time, and kept.
  const [asked, set_asked] = useState(false);
  useEffect(() => {
    if (open) set_asked(true);
  }, [open]);
  const known = (asked || open) && step.track !== undefined && pathway?.version !== undefined;
  const loaded = use_load<PathwayTexts>(known ? version_path(pathway.id, pathway.version ?? 1) : null);
  const stages = loaded.data ? outline_of(loaded.data.definition, language) : null;
  const track = stages?.flatMap((stage) => stage.tracks).find((one) => one.id === step.track);
  return { may_skip: track?.may_skip ?? true, loading: loaded.loading };
}
