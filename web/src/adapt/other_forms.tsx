// The forms of everything but steps: the pathway itself, who should have it, flags, dates, stages.
import { Button } from "@digdir/designsystemet-react";
import { Icon } from "../shared/icons.tsx";
import { SelectField } from "../shared/fields.tsx";
import { use_words } from "../words/use_words.ts";
import { used_as_word } from "./adapt_words.ts";
import { ConditionsForm } from "./conditions_form.tsx";
import { at, say, type Flag, type NamedDate, type Path, type Reason, type Stage } from "./definition.ts";
import { insert, new_named, new_stage, put, take_out } from "./definition_edit.ts";
import { AddField, ChoiceField, DayField, NumberField, PlainField, RowTools, SentenceField } from "./edit_fields.tsx";
import { use_scope } from "./edit_scope.tsx";
import { IdField } from "./id_field.tsx";
import { AddStep, SourceFields } from "./step_form.tsx";

const uses = ["early_concern", "shared_log", "beside"];

export function AboutForm() {
  const { t, language } = use_words();
  const { definition, change, select } = use_scope();
  return (
    <div className="sv-stack">
      <SentenceField path={["title"]} label={t("adapt.field.title")} short />
      <SentenceField path={["summary"]} label={t("adapt.field.summary")} help={t("adapt.help.summary")} optional />
      <ChoiceField path={["used_as"]} label={t("adapt.field.used_as")} choices={uses.map((use) => ({ value: use, label: used_as_word(t, use) }))} />
      <SourceFields path={[]} />
      <PlainField path={["owner"]} label={t("adapt.field.owner")} help={t("adapt.help.owner")} />
      <DayField path={["review_by"]} label={t("adapt.field.review_by")} help={t("adapt.help.review_by")} />
      <PartList kind="flags" />
      <PartList kind="dates" />
      <section className="sv-stack sv-stack--small">
        <h3>{t("adapt.part.start")}</h3>
        <button type="button" className="sv-link" onClick={() => (definition.start ? select(["start"]) : change({ definition: put(definition, ["start"], { criteria: [], not_started_reasons: [] }), select: ["start"] }, t("adapt.did.added", { name: t("adapt.part.start") })))}>
          {definition.start ? t("adapt.start.open") : t("adapt.start.add")}
        </button>
      </section>
      <section className="sv-stack sv-stack--small">
        <h3>{t("adapt.stages")}</h3>
        <ul className="sv-list">
          {definition.stages.map((stage, place) => (
            <li key={stage.id}>
              <button type="button" className="sv-link" onClick={() => select(["stages", place])}>
                {say(stage.title, language) || stage.id}
              </button>
            </li>
          ))}
        </ul>
        <AddField
          label={t("adapt.stage.called")}
          button={t("adapt.stage.add")}
          on_add={(title) => {
            const place = definition.stages.length;
            change({ definition: insert(definition, ["stages"], place, new_stage(definition, title, t("adapt.stage.first_step"))), select: ["stages", place] }, t("adapt.did.added", { name: title }));
          }}
        />
      </section>
    </div>
  );
}

/// Flags or dates: each has a form of its own.
function PartList({ kind }: { kind: "flags" | "dates" }) {
  const { t, language } = use_words();
  const { definition, change, select } = use_scope();
  const rows = definition[kind] ?? [];
  return (
    <section className="sv-stack sv-stack--small">
      <h3>{t(`adapt.${kind}.title`)}</h3>
      <p className="sv-soft sv-small">{t(`adapt.${kind}.help`)}</p>
      <ul className="sv-list">
        {rows.map((row, place) => (
          <li key={row.id}>
            <button type="button" className="sv-link" onClick={() => select([kind, place])}>
              {say(row.question, language) || row.id}
            </button>
          </li>
        ))}
      </ul>
      <AddField
        label={t("adapt.field.question")}
        button={t(`adapt.${kind}.add`)}
        on_add={(text) => {
          const item = new_named(rows.map((row) => row.id), text, "question");
          change({ definition: insert(definition, [kind], rows.length, item), select: [kind, rows.length] }, t("adapt.did.added", { name: text }));
        }}
      />
    </section>
  );
}

export function FlagForm({ path, flag }: { path: Path; flag: Flag }) {
  const { t } = use_words();
  const { vocabulary, definition, change } = use_scope();
  const settings = vocabulary.settings.filter((setting) => (setting.choices ?? []).length > 0);
  const chosen = settings.find((setting) => setting.key === flag.from_setting?.setting);
  const from = [...path, "from_setting"];
  return (
    <div className="sv-stack">
      <SentenceField path={[...path, "question"]} label={t("adapt.field.question")} short />
      <SelectField
        name={from.join("/")}
        label={t("adapt.flags.from_setting")}
        help={t("adapt.flags.from_setting_help")}
        empty_label={t("adapt.flags.by_person")}
        value={flag.from_setting?.setting ?? ""}
        on_change={(key) => {
          const first = settings.find((setting) => setting.key === key)?.choices?.[0]?.word ?? "";
          change({ definition: put(definition, from, key === "" ? undefined : { setting: key, is: first }) }, t("adapt.flags.from_setting"));
        }}
        choices={settings.map((setting) => ({ value: setting.key, label: setting.label }))}
      />
      {chosen ? <ChoiceField path={[...from, "is"]} label={t("adapt.flags.is")} choices={(chosen.choices ?? []).map((one) => ({ value: one.word, label: one.label }))} /> : null}
      <IdField key={flag.id} path={path} id={flag.id} />
    </div>
  );
}

export function DateForm({ path, date }: { path: Path; date: NamedDate }) {
  const { t } = use_words();
  return (
    <div className="sv-stack">
      <SentenceField path={[...path, "question"]} label={t("adapt.field.question")} short />
      <IdField key={date.id} path={path} id={date.id} />
    </div>
  );
}

export function StartForm() {
  const { t } = use_words();
  const { definition, change } = use_scope();
  return (
    <div className="sv-stack">
      <Reasons list="criteria" />
      <SentenceField path={["start", "in_doubt"]} label={t("adapt.field.in_doubt")} optional />
      <Reasons list="not_started_reasons" />
      <div>
        <Button variant="tertiary" data-size="sm" onClick={() => change({ definition: take_out(definition, ["start"]), select: [] }, t("adapt.did.removed", { name: t("adapt.part.start") }))}>
          {t("adapt.start.remove")}
        </Button>
      </div>
    </div>
  );
}

function Reasons({ list }: { list: "criteria" | "not_started_reasons" }) {
  const { t, language } = use_words();
  const { definition, change } = use_scope();
  const path = ["start", list];
  const rows = (at(definition, path) ?? []) as Reason[];
  return (
    <section className="sv-stack sv-stack--small">
      <h3>{t(`adapt.field.${list}`)}</h3>
      <p className="sv-soft sv-small">{t(`adapt.help.${list}`)}</p>
      {rows.map((row, place) => (
        <div key={row.id} className="sv-edit-part">
          <SentenceField path={[...path, place, "text"]} label={`${t("adapt.field.text")} ${place + 1}`} short />
          <div className="sv-row sv-row--between">
            <IdField path={[...path, place]} id={row.id} />
            <RowTools path={[...path, place]} name={say(row.text, language) || row.id} />
          </div>
        </div>
      ))}
      <AddField
        label={t("adapt.field.text")}
        button={t("adapt.reasons.add")}
        on_add={(text) => change({ definition: insert(definition, path, rows.length, new_named(rows.map((row) => row.id), text, "text")) }, t("adapt.did.added", { name: text }))}
      />
    </section>
  );
}

export function StageForm({ path, stage }: { path: Path; stage: Stage }) {
  const { t } = use_words();
  const { definition } = use_scope();
  return (
    <div className="sv-stack">
      <SentenceField path={[...path, "title"]} label={t("adapt.field.title")} short />
      <SentenceField path={[...path, "plain_title"]} label={t("adapt.field.plain_title")} help={t("adapt.help.plain_title")} short />
      <SentenceField path={[...path, "meaning"]} label={t("adapt.field.meaning")} help={t("adapt.help.meaning")} />
      {definition.used_as === "beside" && stage.level === undefined ? null : <NumberField path={[...path, "level"]} label={t("adapt.field.level")} help={t("adapt.help.level")} />}
      <AddStep lane={[...path, "steps"]} />
      <ConditionsForm path={[...path, "entry"]} label={t("adapt.field.entry")} />
      <ConditionsForm path={[...path, "exit"]} label={t("adapt.field.exit")} />
      <p className="sv-small sv-soft">
        <Icon name="info" /> {t("adapt.conditions.help")}
      </p>
      <IdField key={stage.id} path={path} id={stage.id} />
    </div>
  );
}
