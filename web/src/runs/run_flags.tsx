// Questions whose answers change which steps a pathway has. Those that a choice of the municipality answers are not
// asked here. The family sees nothing of them.
import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import type { Pathway, PathwayFlag } from "../api/names.ts";
import { use_follow_up } from "../follow_up/scope.tsx";
import { use_words } from "../words/use_words.ts";
import { ChangeWindow } from "./change_window.tsx";

export function RunFlags({ pathway, leads }: { pathway: Pathway; leads: boolean }) {
  const { t } = use_words();
  const { follow_up } = use_follow_up();
  const [chosen, set_chosen] = useState<{ flag: PathwayFlag; open: boolean } | null>(null);
  const flags = (pathway.flags ?? []).filter((flag) => !flag.by_setting);
  if (flags.length === 0) return null;
  const raised_elsewhere = (id: string) =>
    follow_up.pathways.find((one) => one !== pathway && one.state === "open" && one.flags?.some((flag) => flag.id === id && flag.raised));
  return (
    <div className="sv-stack sv-stack--small">
      <h3>{t("run.flags")}</h3>
      <ul className="sv-list sv-list--lined">
        {flags.map((flag) => {
          const other = flag.raised ? undefined : raised_elsewhere(flag.id);
          return (
            <li key={flag.id} className="sv-run-fact">
              <div>
                <p>
                  {flag.question} <span className={flag.raised ? "sv-tag sv-tag--warm" : "sv-tag"}>{flag.raised ? t("form.yes") : t("form.no")}</span>
                </p>
                {other ? <p className="sv-small sv-strong">{t("run.flag_elsewhere", { pathway: other.title })}</p> : null}
              </div>
              {leads ? (
                <Button variant="secondary" data-size="sm" onClick={() => set_chosen({ flag, open: true })}>
                  {t("run.flag_change")}
                  <span className="sv-only-heard">: {flag.question}</span>
                </Button>
              ) : null}
            </li>
          );
        })}
      </ul>
      {chosen ? (
        <FlagWindow
          key={`${chosen.flag.id}-${chosen.flag.raised}`}
          open={chosen.open}
          on_close={() => set_chosen({ ...chosen, open: false })}
          run={pathway.run}
          flag={chosen.flag}
        />
      ) : null}
    </div>
  );
}

interface WindowProps {
  open: boolean;
  on_close: () => void;
  run: string | undefined;
  flag: PathwayFlag;
}

function FlagWindow({ open, on_close, run, flag }: WindowProps) {
  const { t } = use_words();
  return (
    <ChangeWindow
      open={open}
      on_close={on_close}
      title={flag.question}
      submit_label={flag.raised ? t("run.flag_lower") : t("run.flag_raise")}
      to="/flags"
      input={{ ...(run ? { run } : {}), flag: flag.id, raised: !flag.raised }}
      reason={{ label: t("run.flag_reason"), help: t("run.flag_reason_help") }}
      dated={t("run.new_date_when")}
      done={t("run.flag_saved")}
    >
      <p className="sv-soft">{flag.raised ? t("run.flag_lower_text") : t("run.flag_raise_text")}</p>
    </ChangeWindow>
  );
}
