// The answers of a step, and where each leads.
import { use_words } from "../words/use_words.ts";
import { leads_word } from "./adapt_words.ts";
import { at, say, type Answer, type Path, type Step } from "./definition.ts";
import { insert, new_answer, put } from "./definition_edit.ts";
import { AddField, ChoiceField, PlainField, RowTools, SentenceField } from "./edit_fields.tsx";
import { use_scope } from "./edit_scope.tsx";
import { IdField } from "./id_field.tsx";
import { answer_in_words } from "./value_words.ts";

export function AnswersForm({ path, step }: { path: Path; step: Step }) {
  const { t } = use_words();
  const { definition, change } = use_scope();
  const answers = step.answers ?? [];
  const in_track = path.includes("tracks");
  const list = [...path, "answers"];
  return (
    <div className="sv-stack">
      <p className="sv-soft sv-small">{answers.length === 0 ? t("adapt.answers.none") : t("adapt.answers.help")}</p>
      {answers.map((answer, place) => (
        <AnswerForm key={place} path={[...list, place]} answer={answer} in_track={in_track} />
      ))}
      <AddField
        label={t("adapt.answers.label")}
        button={t("adapt.answers.add")}
        on_add={(label) => change({ definition: insert(definition, list, answers.length, new_answer(step, label, in_track)) }, t("adapt.did.added", { name: label }))}
      />
    </div>
  );
}

function AnswerForm({ path, answer, in_track }: { path: Path; answer: Answer; in_track: boolean }) {
  const { t, language } = use_words();
  const { definition, vocabulary, telling, change } = use_scope();
  const name = say(answer.label, language) || answer.answer;
  const lane = (at(definition, path.slice(0, -3)) ?? []) as Step[];
  // Out of a track no way leads to a stage.
  const ways = vocabulary.leads.filter((leads) => (in_track ? leads === "step" || leads === "track_end" : leads !== "track_end"));

  function lead(leads: string | undefined) {
    if (!leads) return;
    const { to: _, ...rest } = answer;
    change({ definition: put(definition, path, { ...rest, leads }) }, t("adapt.did.leads", { name }));
  }
  return (
    <section className="sv-edit-part" aria-label={name}>
      <div className="sv-row sv-row--between">
        <p className="sv-strong">{answer_in_words(answer, telling)}</p>
        <RowTools path={path} name={name} />
      </div>
      <SentenceField path={[...path, "label"]} label={t("adapt.answers.label")} short />
      <ChoiceField path={[...path, "leads"]} label={t("adapt.answers.leads")} on_chosen={lead} choices={ways.map((leads) => ({ value: leads, label: leads_word(t, leads) }))} />
      {answer.leads === "step" ? (
        <ChoiceField path={[...path, "to"]} label={t("adapt.answers.to_step")} choices={lane.map((step) => ({ value: step.id, label: say(step.title, language) || step.id }))} />
      ) : null}
      {answer.leads === "stage" ? (
        <ChoiceField path={[...path, "to"]} label={t("adapt.answers.to_stage")} choices={definition.stages.map((stage) => ({ value: stage.id, label: say(stage.title, language) || stage.id }))} />
      ) : null}
      {answer.leads === "pathway" ? <PathwayTarget path={[...path, "to"]} /> : null}
      <IdField key={`${path.join("/")}${answer.answer}`} path={path} id={answer.answer} />
    </section>
  );
}

function PathwayTarget({ path }: { path: Path }) {
  const { t } = use_words();
  const { pathways } = use_scope();
  if (pathways.length === 0) return <PlainField path={path} label={t("adapt.answers.to_pathway")} />;
  return <ChoiceField path={path} label={t("adapt.answers.to_pathway")} choices={pathways.map((row) => ({ value: row.id, label: row.title }))} />;
}
