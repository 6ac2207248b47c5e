// What should hold when a stage begins or is left. When it does not, people are told; nothing is stopped.
import { use_words } from "../words/use_words.ts";
import { SelectField } from "../shared/fields.tsx";
import { at, consents_of, say, steps_of, type Condition, type Path } from "./definition.ts";
import { insert, put } from "./definition_edit.ts";
import { AddField, RowTools, SentenceField } from "./edit_fields.tsx";
import { use_scope } from "./edit_scope.tsx";

const kinds = ["done", "flag", "not_flag", "consent"] as const;
type Kind = (typeof kinds)[number];

export function ConditionsForm({ path, label }: { path: Path; label: string }) {
  const { t, language } = use_words();
  const { definition, change } = use_scope();
  const rows = (at(definition, path) ?? []) as Condition[];
  const first_step = steps_of(definition)[0]?.id ?? "";
  return (
    <div className="sv-stack">
      <p className="sv-strong">{label}</p>
      {rows.map((row, place) => (
        <section key={place} className="sv-edit-part" aria-label={say(row.text, language)}>
          <div className="sv-row sv-row--between">
            <p className="sv-strong">{say(row.text, language)}</p>
            <RowTools path={[...path, place]} name={say(row.text, language)} />
          </div>
          <SentenceField path={[...path, place, "text"]} label={t("adapt.field.text")} short />
          <ConditionOf path={[...path, place]} row={row} />
        </section>
      ))}
      <AddField
        label={t("adapt.conditions.label")}
        button={t("adapt.conditions.add")}
        on_add={(text) => change({ definition: insert(definition, path, rows.length, { text: { nb: text, nn: "", en: "" }, done: first_step }) }, t("adapt.did.added", { name: text }))}
      />
    </div>
  );
}

function ConditionOf({ path, row }: { path: Path; row: Condition }) {
  const { t, language } = use_words();
  const { definition, change } = use_scope();
  const kind = kinds.find((one) => row[one] !== undefined) ?? "done";
  const flags = (definition.flags ?? []).map((flag) => ({ value: flag.id, label: say(flag.question, language) || flag.id }));
  const choices_of: Record<Kind, { value: string; label: string }[]> = {
    done: steps_of(definition).map((part) => ({ value: part.id, label: say(part.title, language) || part.id })),
    flag: flags,
    not_flag: flags,
    consent: consents_of(definition).map((one) => ({ value: one.id, label: say(one.title, language) || one.id })),
  };
  const value = row[kind] ?? "";
  const known = choices_of[kind];
  const choices = value && !known.some((one) => one.value === value) ? [...known, { value, label: value }] : known;
  const write = (next: Kind, of: string) => change({ definition: put(definition, path, { text: row.text, [next]: of }) }, say(row.text, language), path.join("/"));
  return (
    <div className="sv-pair">
      <SelectField
        name={`${path.join("/")}/kind`}
        label={t("adapt.conditions.kind")}
        value={kind}
        on_change={(next) => next !== "" && write(next, choices_of[next][0]?.value ?? "")}
        choices={kinds.map((one) => ({ value: one, label: t(`adapt.condition.${one}`) }))}
      />
      <SelectField name={`${path.join("/")}/of`} label={t("adapt.conditions.of")} value={value} on_change={(of) => write(kind, of)} choices={choices} />
    </div>
  );
}
