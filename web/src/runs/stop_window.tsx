// A pathway beside the main one ends, whatever step it is at, with the reason why.
import type { Pathway } from "../api/names.ts";
import { use_words } from "../words/use_words.ts";
import { ChangeWindow } from "./change_window.tsx";

interface Props {
  open: boolean;
  on_close: () => void;
  pathway: Pathway;
}

export function StopWindow({ open, on_close, pathway }: Props) {
  const { t } = use_words();
  return (
    <ChangeWindow
      open={open}
      on_close={on_close}
      title={`${t("run.stop")}: ${pathway.title}`}
      submit_label={t("run.stop")}
      to="/pathways/stop"
      input={{ run: pathway.run }}
      reason={{ label: t("run.stop_reason"), help: t("run.family_reads") }}
      done={t("run.stopped")}
    >
      <p className="sv-soft">{t("run.stop_text")}</p>
    </ChangeWindow>
  );
}
