// Questions whose answers change which steps a pathway has. Those that a choice of the municipality answers are not
// asked here. The family sees nothing of them.
import type { Pathway, PathwayFlag } from "../api/names.ts";
import { use_follow_up } from "../follow_up/scope.tsx";
import { use_words } from "../words/use_words.ts";
import { ChangeWindow } from "./change_window.tsx";
import { RunFacts, type FactWindow } from "./run_facts.tsx";

export function RunFlags({ pathway, leads }: { pathway: Pathway; leads: boolean }) {
  const { t } = use_words();
  return (
    <RunFacts
      title={t("run.flags")}
      facts={(pathway.flags ?? []).filter((flag) => !flag.by_setting)}
      leads={leads}
      known={(flag) => <Known flag={flag} pathway={pathway} />}
      change={() => t("run.flag_change")}
      window_of={(flag, window) => <FlagWindow key={`${flag.id}-${flag.raised}`} {...window} run={pathway.run} flag={flag} />}
    />
  );
}

function Known({ flag, pathway }: { flag: PathwayFlag; pathway: Pathway }) {
  const { t } = use_words();
  const { follow_up } = use_follow_up();
  const raised_in = (one: Pathway) => one.state === "open" && one.flags?.some((other) => other.id === flag.id && other.raised);
  const other = flag.raised ? undefined : follow_up.pathways.find((one) => one !== pathway && raised_in(one));
  return (
    <>
      <p>
        {flag.question} <span className={flag.raised ? "sv-tag sv-tag--warm" : "sv-tag"}>{flag.raised ? t("form.yes") : t("form.no")}</span>
      </p>
      {other ? <p className="sv-small sv-strong">{t("run.flag_elsewhere", { pathway: other.title })}</p> : null}
    </>
  );
}

interface WindowProps extends FactWindow {
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
