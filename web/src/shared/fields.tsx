// The fields forms are made of. Each has a visible label, its help under the label, and its fault.
import { Checkbox, Field, Fieldset, Label, Radio, Select, Textfield, ValidationMessage } from "@digdir/designsystemet-react";
import { useId, type ReactNode } from "react";
import { use_words } from "../words/use_words.ts";
import { plus_days, short_date, today_in_norway } from "./dates.ts";
import { use_field } from "./form.tsx";

interface FieldProps<Value> {
  name: string;
  label: string;
  help?: ReactNode;
  value: Value;
  on_change: (value: Value) => void;
  optional?: boolean;
}

function use_label(label: string, optional: boolean | undefined): string {
  const { t } = use_words();
  const not_needed = t("form.optional");
  return optional ? `${label} (${not_needed})` : label;
}

interface TextProps extends FieldProps<string> {
  type?: "text" | "password" | "tel" | "email" | "datetime-local";
  autocomplete?: string;
  input_mode?: "numeric" | "tel";
  max_length?: number;
  short?: boolean;
}

export function TextField(props: TextProps) {
  const { id, fault } = use_field(props.name, props.label);
  const label = use_label(props.label, props.optional);
  return (
    <Textfield
      id={id}
      className={props.short ? "sv-field sv-field--short" : "sv-field"}
      label={label}
      description={props.help}
      type={props.type ?? "text"}
      value={props.value}
      error={fault}
      autoComplete={props.autocomplete ?? "off"}
      {...(props.input_mode ? { inputMode: props.input_mode } : {})}
      {...(props.max_length ? { maxLength: props.max_length } : {})}
      onChange={(event) => props.on_change(event.target.value)}
    />
  );
}

interface AreaProps extends FieldProps<string> {
  rows?: number;
  max_length?: number;
  on_blur?: () => void;
}

export function TextArea(props: AreaProps) {
  const { id, fault } = use_field(props.name, props.label);
  const label = use_label(props.label, props.optional);
  return (
    <Textfield
      id={id}
      className="sv-field sv-field--area"
      label={label}
      description={props.help}
      multiline
      rows={props.rows ?? 4}
      value={props.value}
      error={fault}
      {...(props.max_length ? { maxLength: props.max_length } : {})}
      onChange={(event) => props.on_change(event.target.value)}
      onBlur={props.on_blur}
    />
  );
}

interface DateProps extends FieldProps<string> {
  min?: string;
  max?: string;
  /// Days from today offered as one press, to save typing on a phone. A convenience, no time limit.
  quick_days?: number[];
}

export function DateField(props: DateProps) {
  const { t, language } = use_words();
  const { id, fault } = use_field(props.name, props.label);
  const label = use_label(props.label, props.optional);
  const today = today_in_norway();
  return (
    <Field className="sv-field">
      <Label>{label}</Label>
      {props.help ? <Field.Description>{props.help}</Field.Description> : null}
      <input
        id={id}
        type="date"
        className="ds-input sv-date"
        value={props.value}
        min={props.min}
        max={props.max}
        aria-invalid={fault ? true : undefined}
        onChange={(event) => props.on_change(event.target.value)}
      />
      {fault ? <ValidationMessage>{fault}</ValidationMessage> : null}
      {props.quick_days ? (
        <div className="sv-choices sv-choices--quick" role="group" aria-label={t("form.quick_dates")}>
          {props.quick_days.map((days) => {
            const date = plus_days(today, days);
            return (
              <button
                key={days}
                type="button"
                className="sv-chip"
                aria-pressed={props.value === date}
                onClick={() => props.on_change(date)}
              >
                {days % 7 === 0 ? t("date.in_weeks", { count: days / 7 }) : t("date.in_days", { count: days })}
                <span className="sv-soft"> · {short_date(date, language, today)}</span>
              </button>
            );
          })}
        </div>
      ) : null}
    </Field>
  );
}

export interface Choice<Value extends string> {
  value: Value;
  label: string;
  help?: string;
}

const unchosen = "";

interface SelectProps<Value extends string> extends FieldProps<Value | ""> {
  choices: Choice<Value>[];
  empty_label?: string;
}

export function SelectField<Value extends string>(props: SelectProps<Value>) {
  const { t } = use_words();
  const { id, fault } = use_field(props.name, props.label);
  const label = use_label(props.label, props.optional);
  return (
    <Field className="sv-field">
      <Label>{label}</Label>
      {props.help ? <Field.Description>{props.help}</Field.Description> : null}
      <Select
        id={id}
        value={props.value}
        aria-invalid={fault ? true : undefined}
        onChange={(event) => props.on_change(event.target.value as Value | "")}
      >
        <Select.Option value={unchosen}>{props.empty_label ?? t("form.choose")}</Select.Option>
        {props.choices.map((choice) => (
          <Select.Option key={choice.value} value={choice.value}>
            {choice.label}
          </Select.Option>
        ))}
      </Select>
      {fault ? <ValidationMessage>{fault}</ValidationMessage> : null}
    </Field>
  );
}

interface RadioProps<Value extends string> extends FieldProps<Value | ""> {
  choices: Choice<Value>[];
}

export function RadioField<Value extends string>(props: RadioProps<Value>) {
  const { id, fault } = use_field(props.name, props.label);
  const group = useId();
  return (
    <Fieldset id={id} tabIndex={-1} className="sv-field sv-options">
      <Fieldset.Legend>{use_label(props.label, props.optional)}</Fieldset.Legend>
      {props.help ? <Fieldset.Description>{props.help}</Fieldset.Description> : null}
      {props.choices.map((choice) => (
        <Radio
          key={choice.value}
          name={group}
          label={choice.label}
          {...(choice.help ? { description: choice.help } : {})}
          value={choice.value}
          checked={props.value === choice.value}
          aria-invalid={fault ? true : undefined}
          onChange={() => props.on_change(choice.value)}
        />
      ))}
      {fault ? <ValidationMessage>{fault}</ValidationMessage> : null}
    </Fieldset>
  );
}

interface CheckProps<Value extends string> extends FieldProps<Value[]> {
  choices: Choice<Value>[];
}

export function CheckField<Value extends string>(props: CheckProps<Value>) {
  const { id, fault } = use_field(props.name, props.label);
  function toggle(value: Value, on: boolean) {
    props.on_change(on ? [...props.value, value] : props.value.filter((one) => one !== value));
  }
  return (
    <Fieldset id={id} tabIndex={-1} className="sv-field sv-options">
      <Fieldset.Legend>{use_label(props.label, props.optional)}</Fieldset.Legend>
      {props.help ? <Fieldset.Description>{props.help}</Fieldset.Description> : null}
      {props.choices.map((choice) => (
        <Checkbox
          key={choice.value}
          label={choice.label}
          {...(choice.help ? { description: choice.help } : {})}
          value={choice.value}
          checked={props.value.includes(choice.value)}
          aria-invalid={fault ? true : undefined}
          onChange={(event) => toggle(choice.value, event.target.checked)}
        />
      ))}
      {fault ? <ValidationMessage>{fault}</ValidationMessage> : null}
    </Fieldset>
  );
}

export function YesField(props: { label: string; help?: string; value: boolean; on_change: (value: boolean) => void }) {
  return (
    <Checkbox
      label={props.label}
      {...(props.help ? { description: props.help } : {})}
      value="yes"
      checked={props.value}
      onChange={(event) => props.on_change(event.target.checked)}
    />
  );
}
