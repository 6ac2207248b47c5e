// Back to a step that was done or skipped, or to a whole track, with the reason why.
import { useState } from "react";
import type { Pathway } from "../api/names.ts";
import { SelectField } from "../shared/fields.tsx";
import { use_words } from "../words/use_words.ts";
import type { BackChoice } from "./back_choices.ts";
import { ChangeWindow } from "./change_window.tsx";

interface Props {
  open: boolean;
  on_close: () => void;
  pathway: Pathway;
  choices: BackChoice[];
}

export function BackWindow({ open, on_close, pathway, choices }: Props) {
  const { t } = use_words();
  const [to, set_to] = useState("");
  const label_of = (choice: BackChoice) =>
    choice.whole_track ? t("run.back_track", { track: choice.title }) : choice.track ? `${choice.track}: ${choice.title}` : choice.title;
  return (
    <ChangeWindow
      open={open}
      on_close={on_close}
      title={t("run.back")}
      submit_label={t("run.back_go")}
      to="/steps/back"
      input={{ ...(pathway.run ? { run: pathway.run } : {}), to }}
      needed={{ to }}
      reason={{ label: t("run.back_reason"), help: t("run.family_reads") }}
      dated={t("run.new_date_when")}
      done={t("run.went_back")}
      on_done={() => set_to("")}
    >
      <SelectField
        name="to"
        label={t("run.back_to")}
        help={t("run.back_help")}
        value={to}
        on_change={set_to}
        choices={choices.map((choice) => ({ value: choice.to, label: label_of(choice) }))}
      />
    </ChangeWindow>
  );
}
