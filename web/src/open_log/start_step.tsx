// Where the cooperation begins: level, why (the family reads this), and when the first step is due.
import { today_in_norway } from "../shared/dates.ts";
import { DateField, RadioField, TextArea } from "../shared/fields.tsx";
import { use_words } from "../words/use_words.ts";
import { log_levels } from "./level_names.ts";
import type { StepProps } from "./open_log_page.tsx";

interface Props extends StepProps {
  lowest: number;
  level_name: (level: number) => string;
}

export function StartStep({ draft, change, lowest, level_name }: Props) {
  const { t } = use_words();
  const levels = log_levels.filter((level) => level >= lowest);
  return (
    <>
      <RadioField
        name="level"
        label={t("log.level")}
        help={t("log.level_help", { level: lowest })}
        value={String(draft.level)}
        on_change={(level) => change({ level: Number(level) })}
        choices={levels.map((level) => ({
          value: String(level),
          label: level_name(level),
        }))}
      />
      <TextArea name="reason" label={t("log.reason")} help={t("log.reason_help")} max_length={4000} value={draft.reason} on_change={(reason) => change({ reason })} />
      <DateField
        name="next_due_on"
        label={t("log.first_date")}
        help={t("step.next_date_help")}
        min={today_in_norway()}
        quick_days={[7, 14, 21]}
        value={draft.next_due_on}
        on_change={(next_due_on) => change({ next_due_on })}
      />
    </>
  );
}
