// Who the log is about.
import { today_in_norway } from "../shared/dates.ts";
import { DateField, TextField } from "../shared/fields.tsx";
import { use_words } from "../words/use_words.ts";
import type { StepProps } from "./open_log_page.tsx";

export function ChildStep({ draft, change }: StepProps) {
  const { t } = use_words();
  const child = draft.child;
  const set = (part: Partial<typeof child>) => change({ child: { ...child, ...part } });
  return (
    <>
      <div className="sv-pair">
        <TextField name="child.given_name" label={t("person.given_name")} max_length={100} value={child.given_name} on_change={(given_name) => set({ given_name })} />
        <TextField name="child.family_name" label={t("person.family_name")} max_length={100} value={child.family_name} on_change={(family_name) => set({ family_name })} />
      </div>
      <DateField name="child.birth_date" label={t("person.birth_date")} help={t("log.birth_date_help")} max={today_in_norway()} value={child.birth_date} on_change={(birth_date) => set({ birth_date })} />
      <TextField
        name="child.identity_number"
        label={t("person.identity_number")}
        help={t("person.identity_help")}
        optional
        short
        input_mode="numeric"
        max_length={11}
        value={child.identity_number}
        on_change={(identity_number) => set({ identity_number })}
      />
    </>
  );
}
