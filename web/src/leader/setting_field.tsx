// One setting: its field, what it means, what holds when it is not set, and where that comes from. For
// those who may only read it stands as text.
import { Field, Label, Select, ValidationMessage } from "@digdir/designsystemet-react";
import type { Setting } from "../api/names.ts";
import { use_field } from "../shared/form.tsx";
import { use_words, type WordKey, type Words } from "../words/use_words.ts";

interface ReadProps {
  setting: Setting;
  value: string;
  /// The same help as the field before has: said once is enough.
  quiet: boolean;
}

interface Props extends ReadProps {
  /// What the server has; shown beside a value that is changed here and not saved.
  stored: string;
  on_change: (value: string) => void;
}

const known_choices = new Set(["both", "one"]);

function choice_word(choice: string, t: Words): string {
  return known_choices.has(choice) ? t(`setting_choice.${choice}` as WordKey) : choice;
}

function unset_text(setting: Setting, t: Words): string {
  if (setting.default !== undefined) {
    const standard = setting.kind === "choice" ? choice_word(setting.default, t) : setting.default;
    return t("settings.default", { value: standard });
  }
  return setting.kind === "text" ? t("settings.unset_name") : t("settings.unset");
}

function stored_text(setting: Setting, stored: string, t: Words): string {
  if (stored === "") return t("settings.stored_none");
  return t("settings.stored", { value: setting.kind === "choice" ? choice_word(stored, t) : stored });
}

function About({ setting }: { setting: Setting }) {
  const { t } = use_words();
  const { min, max, example, source } = setting;
  const parts = [
    example === undefined ? "" : t("settings.example", { value: example }),
    min === undefined || max === undefined || setting.kind !== "integer" ? "" : t("settings.between", { min, max }),
    source ? t("settings.source", { source: source.replace(/^https?:\/\/(www\.)?([^/]+).*/, "$2") }) : "",
  ];
  return <p className="sv-small sv-soft">{parts.filter(Boolean).join(" · ")}</p>;
}

export function SettingText({ setting, value, quiet }: ReadProps) {
  const { t } = use_words();
  const shown = setting.kind === "choice" && value !== "" ? choice_word(value, t) : value;
  return (
    <div>
      <h3>{setting.label}</h3>
      {quiet ? null : <p>{setting.help}</p>}
      <p className="sv-strong">{shown || unset_text(setting, t)}</p>
      <About setting={setting} />
    </div>
  );
}

export function SettingField({ setting, value, stored, on_change, quiet }: Props) {
  const { t } = use_words();
  const { id, fault } = use_field(`values.${setting.key}`, setting.label);
  return (
    <Field className="sv-field">
      <Label>{setting.label}</Label>
      <Field.Description>
        {quiet ? null : <span className="sv-block">{setting.help}</span>}
        {value === "" ? <strong>{unset_text(setting, t)}</strong> : null}
      </Field.Description>
      {setting.kind === "choice" ? (
        <Select id={id} value={value} onChange={(event) => on_change(event.target.value)}>
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
          aria-invalid={fault ? true : undefined}
          onChange={(event) => on_change(event.target.value)}
        />
      )}
      {fault ? <ValidationMessage>{fault}</ValidationMessage> : null}
      {value === stored ? null : <p className="sv-small sv-strong">{stored_text(setting, stored, t)}</p>}
      <About setting={setting} />
    </Field>
  );
}
