// When a step is due: so many days after something. The number is the pathway's own, the municipality's setting, or a
// person dates the step.
import { at, say, steps_of, type DueRule, type Path } from "./definition.ts";
import { put } from "./definition_edit.ts";
import { from_word, unit_word } from "./adapt_words.ts";
import { ChoiceField, NumberField } from "./edit_fields.tsx";
import { use_scope } from "./edit_scope.tsx";
import { SelectField } from "../shared/fields.tsx";
import { use_words } from "../words/use_words.ts";
import { due_in_words } from "./value_words.ts";

interface Props {
  /// Of the rule: [..., "due"].
  path: Path;
  label: string;
}

export function DueField({ path, label }: Props) {
  const { t, language } = use_words();
  const { definition, vocabulary, telling, change } = use_scope();
  const rule = at(definition, path) as DueRule | undefined;
  const write = (next: DueRule | undefined) => change({ definition: put(definition, path, next) }, label);
  const member = (name: keyof DueRule): Path => [...path, name];

  if (!rule) {
    return (
      <SelectField
        name={path.join("/")}
        label={label}
        empty_label={t("adapt.due.none")}
        value=""
        on_change={(from) => from !== "" && write({ unit: "weeks", from })}
        choices={vocabulary.due_from.map((from) => ({ value: from, label: t("adapt.due.counted", { from: from_word(t, from) }) }))}
      />
    );
  }
  const settings = vocabulary.settings.filter((setting) => setting.unit !== undefined);
  const steps = steps_of(definition).filter((part) => part.path[1] === path[1] && !path.join("/").startsWith(`${part.path.join("/")}/`));

  function count_from(from: string | undefined) {
    if (from === undefined) return write(undefined);
    const { of_step, date, ...rest } = rule ?? {};
    const keeps_step = (from === "step_open" || from === "step_done") && of_step !== undefined;
    write({ ...rest, from, ...(keeps_step ? { of_step } : {}), ...(from === "date" && date ? { date } : {}) });
  }
  return (
    <div className="sv-stack sv-stack--small sv-edit-group" role="group" aria-label={label}>
      <p>
        <strong>{label}:</strong> {due_in_words(rule, telling)}
      </p>
      <ChoiceField
        path={member("from")}
        label={t("adapt.due.from")}
        none={t("adapt.due.none")}
        on_chosen={count_from}
        choices={vocabulary.due_from.map((from) => ({ value: from, label: from_word(t, from) }))}
      />
      {rule.from === "step_open" || rule.from === "step_done" ? (
        <ChoiceField
          path={member("of_step")}
          label={t("adapt.due.of_step")}
          {...(rule.from === "step_open" ? { none: t("adapt.due.this_step") } : {})}
          choices={steps.map((part) => ({ value: part.id, label: say(part.title, language) || part.id }))}
        />
      ) : null}
      {rule.from === "date" ? (
        <ChoiceField path={member("date")} label={t("adapt.due.date")} choices={(definition.dates ?? []).map((one) => ({ value: one.id, label: say(one.question, language) || one.id }))} />
      ) : null}
      <div className="sv-pair">
        <NumberField path={member("count")} label={t("adapt.due.count")} />
        <ChoiceField path={member("unit")} label={t("adapt.due.unit")} choices={vocabulary.due_units.map((unit) => ({ value: unit, label: unit_word(t, unit) }))} />
      </div>
      <ChoiceField
        path={member("setting")}
        label={t("adapt.due.setting")}
        help={t("adapt.due.setting_help")}
        none={t("adapt.due.no_setting")}
        choices={settings.map((setting) => ({ value: setting.key, label: setting.label }))}
      />
    </div>
  );
}
