// One setting: its field, what it means, what holds when it is not set, and where that comes from.
import { Field, Label, Select, ValidationMessage } from "@digdir/designsystemet-react";
import type { Setting } from "../api/names.ts";
import { use_field } from "../shared/form.tsx";
import { use_words, type WordKey, type Words } from "../words/use_words.ts";

interface Props {
  setting: Setting;
  value: string;
  on_change: (value: string) => void;
  read_only: boolean;
  /// The same help as the field before has: said once is enough.
  quiet: boolean;
}

const known_choices = new Set(["both", "one"]);

function choice_word(choice: string, t: Words): string {
  return known_choices.has(choice) ? t(`setting_choice.${choice}` as WordKey) : choice;
}

export function SettingField({ setting, value, on_change, read_only, quiet }: Props) {
  const { t } = use_words();
  const { id, fault } = use_field(`values.${setting.key}`, setting.label);
  const standard = setting.default === undefined ? undefined : setting.kind === "choice" ? choice_word(setting.default, t) : setting.default;
  const unset_text =
    standard !== undefined
      ? t("settings.default", { value: standard })
      : setting.kind === "text"
        ? t("settings.unset_name")
        : t("settings.unset");
  return (
    <Field className="sv-field">
      <Label>{setting.label}</Label>
      <Field.Description>
        {quiet ? null : <span className="sv-block">{setting.help}</span>}
        {value === "" ? <strong>{unset_text}</strong> : null}
      </Field.Description>
      {setting.kind === "choice" ? (
        <Select id={id} value={value} disabled={read_only} onChange={(event) => on_change(event.target.value)}>
          <Select.Option value="">{t("settings.not_chosen")}</Select.Option>
          {setting.choices.map((choice) => (
            <Select.Option key={choice} value={choice}>
              {choice_word(choice, t)}
            </Select.Option>
          ))}
        </Select>
      ) : (
        <input
          id={id}
          className={setting.kind === "integer" ? "ds-input sv-number" : "ds-input"}
          type="text"
          inputMode={setting.kind === "integer" ? "numeric" : "text"}
          value={value}
          readOnly={read_only}
          aria-invalid={fault ? true : undefined}
          onChange={(event) => on_change(event.target.value)}
        />
      )}
      {fault ? <ValidationMessage>{fault}</ValidationMessage> : null}
      <p className="sv-small sv-soft">
        {[
          setting.example === undefined ? "" : t("settings.example", { value: setting.example }),
          setting.min === undefined || setting.max === undefined || setting.kind !== "integer" ? "" : t("settings.between", { min: setting.min, max: setting.max }),
          setting.source ? t("settings.source", { source: setting.source.replace(/^https?:\/\/(www\.)?([^/]+).*/, "$2") }) : "",
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
    </Field>
  );
}
