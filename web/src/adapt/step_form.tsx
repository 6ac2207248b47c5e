// The form of one step: everything the format allows, the most used first.
import { use_words } from "../words/use_words.ts";
import { evidence_word, kind_word, role_word } from "./adapt_words.ts";
import { AnswersForm } from "./answers_form.tsx";
import { at, consents_of, say, type Path, type Step, type Track } from "./definition.ts";
import { insert, new_step, new_track } from "./definition_edit.ts";
import { DueField } from "./due_field.tsx";
import { AddField, ChoiceField, PlainField, RoleField, Section, SentenceField, SentenceRows, TruthField } from "./edit_fields.tsx";
import { use_scope } from "./edit_scope.tsx";
import { IdField } from "./id_field.tsx";
import { ArenaForms, EscalationRows } from "./step_rows.tsx";
import { due_in_words } from "./value_words.ts";

export function StepForm({ path, step }: { path: Path; step: Step }) {
  const { t } = use_words();
  const { vocabulary, telling } = use_scope();
  const counted = (count: number) => (count > 0 ? String(count) : "");
  const in_track = path.includes("tracks");
  return (
    <div className="sv-stack">
      <SentenceField path={[...path, "title"]} label={t("adapt.field.title")} short />
      <SentenceField path={[...path, "plain_title"]} label={t("adapt.field.plain_title")} help={t("adapt.help.plain_title")} short />
      <div className="sv-pair">
        <ChoiceField path={[...path, "kind"]} label={t("adapt.field.kind")} choices={vocabulary.step_kinds.map((kind) => ({ value: kind, label: kind_word(t, kind) }))} />
        <RoleField path={[...path, "who"]} label={t("adapt.field.who")} />
      </div>
      <SentenceField path={[...path, "what"]} label={t("adapt.field.what")} />
      <SentenceField path={[...path, "how"]} label={t("adapt.field.how")} />
      <SentenceField path={[...path, "why"]} label={t("adapt.field.why")} />
      <div>
        <Section title={t("adapt.section.due")} short={step.due ? due_in_words(step.due, telling) : t("adapt.due.none")}>
          <DueField path={[...path, "due"]} label={t("adapt.field.due")} />
          <DueField path={[...path, "repeat_every"]} label={t("adapt.field.repeat_every")} />
          <ChoiceField
            path={[...path, "dated_by"]}
            label={t("adapt.field.dated_by")}
            help={t("adapt.help.dated_by")}
            none={t("adapt.say.by_rule")}
            choices={[{ value: "person", label: t("adapt.say.by_person") }]}
          />
        </Section>
        <Section title={t("adapt.section.escalate")} short={counted((step.escalate ?? []).length)}>
          <EscalationRows path={path} step={step} />
        </Section>
        <Section title={t("adapt.section.answers")} short={counted((step.answers ?? []).length)} open={step.kind === "decision"}>
          <AnswersForm path={path} step={step} />
        </Section>
        {in_track ? null : (
          <Section title={t("adapt.section.tracks")} short={counted((step.tracks ?? []).length)}>
            <TracksForm path={path} step={step} />
          </Section>
        )}
        <Section title={t("adapt.section.when")} short={when_short(step, telling.titles)}>
          <FlagFields path={path} />
          <ChoiceField path={[...path, "shown_to"]} label={t("adapt.field.shown_to")} none={t("adapt.say.everyone")} choices={[{ value: "staff", label: t("adapt.say.staff_only") }]} />
          <TruthField path={[...path, "may_skip"]} label={t("adapt.field.may_skip")} help={t("adapt.help.may_skip")} />
          <RoleField path={[...path, "waits_for"]} label={t("adapt.field.waits_for")} help={t("adapt.help.waits_for")} none={t("adapt.nobody")} />
        </Section>
        <Section title={t("adapt.section.consent")} short={[step.needs_consent, step.gives_consent].filter(Boolean).join(", ")}>
          <ConsentFields path={path} />
        </Section>
        <Section title={t("adapt.section.tools")} short={counted((step.tools ?? []).length)}>
          <SentenceRows path={[...path, "tools"]} label={t("adapt.field.tools")} button={t("adapt.tools.add")} />
        </Section>
        <Section title={t("adapt.section.arenas")} short={counted(Object.keys(step.arenas ?? {}).length)}>
          <ArenaForms path={path} step={step} />
        </Section>
        <Section title={t("adapt.section.source")} short={evidence_word(t, step.evidence ?? "")}>
          <SourceFields path={path} />
        </Section>
      </div>
      <IdField key={step.id} path={path} id={step.id} />
      {step.waits_for ? <p className="sv-small sv-soft">{t("adapt.map.waits_for", { role: role_word(vocabulary, step.waits_for) })}</p> : null}
    </div>
  );
}

function when_short(step: Step, titles: Map<string, string>): string {
  return [step.when_flag, step.unless_flag].map((flag) => (flag ? (titles.get(flag) ?? flag) : "")).filter(Boolean).join(" · ");
}

/// When a step or track is there at all.
export function FlagFields({ path }: { path: Path }) {
  const { t, language } = use_words();
  const { definition } = use_scope();
  const flags = (definition.flags ?? []).map((flag) => ({ value: flag.id, label: say(flag.question, language) || flag.id }));
  return (
    <>
      <ChoiceField path={[...path, "when_flag"]} label={t("adapt.field.when_flag")} none={t("adapt.always")} choices={flags} />
      <ChoiceField path={[...path, "unless_flag"]} label={t("adapt.field.unless_flag")} none={t("adapt.never")} choices={flags} />
    </>
  );
}

function ConsentFields({ path }: { path: Path }) {
  const { t, language } = use_words();
  const { definition } = use_scope();
  const given = consents_of(definition).map((one) => ({ value: one.id, label: say(one.title, language) || one.id }));
  return (
    <>
      <ChoiceField path={[...path, "needs_consent"]} label={t("adapt.field.needs_consent")} help={t("adapt.help.needs_consent")} none={t("adapt.no_consent")} choices={given} />
      <PlainField path={[...path, "gives_consent"]} label={t("adapt.field.gives_consent")} help={t("adapt.help.gives_consent")} optional />
    </>
  );
}

/// Where it comes from, and how sure that is.
export function SourceFields({ path }: { path: Path }) {
  const { t } = use_words();
  const words = ["verified", "stated", "background", "uncertain"];
  return (
    <>
      <PlainField path={[...path, "source"]} label={t("adapt.field.source")} help={t("adapt.help.source")} />
      <ChoiceField path={[...path, "evidence"]} label={t("adapt.field.evidence")} help={t("adapt.help.evidence")} choices={words.map((word) => ({ value: word, label: evidence_word(t, word) }))} />
    </>
  );
}

function TracksForm({ path, step }: { path: Path; step: Step }) {
  const { t, language } = use_words();
  const { definition, change, select } = use_scope();
  const tracks = step.tracks ?? [];
  const list = [...path, "tracks"];
  return (
    <div className="sv-stack sv-stack--small">
      <p className="sv-soft sv-small">{t("adapt.tracks.help")}</p>
      <ul className="sv-list">
        {tracks.map((track, place) => (
          <li key={track.id}>
            <button type="button" className="sv-link" onClick={() => select([...list, place])}>
              {say(track.title, language) || track.id}
            </button>
          </li>
        ))}
      </ul>
      <AddField
        label={t("adapt.tracks.label")}
        button={t("adapt.tracks.add")}
        on_add={(title) => {
          const track = new_track(definition, title, t("adapt.tracks.first_step"));
          change({ definition: insert(definition, list, tracks.length, track), select: [...list, tracks.length] }, t("adapt.did.added", { name: title }));
        }}
      />
    </div>
  );
}

export function TrackForm({ path, track }: { path: Path; track: Track }) {
  const { t } = use_words();
  return (
    <div className="sv-stack">
      <SentenceField path={[...path, "title"]} label={t("adapt.field.title")} short />
      <SentenceField path={[...path, "plain_title"]} label={t("adapt.field.plain_title")} help={t("adapt.help.plain_title")} short />
      <TruthField path={[...path, "may_skip"]} label={t("adapt.field.may_skip")} />
      <FlagFields path={path} />
      <AddStep lane={[...path, "steps"]} />
      <IdField key={track.id} path={path} id={track.id} />
    </div>
  );
}

/// A new step in a row of steps: after the one chosen, else last but one: the last decides what follows.
export function AddStep({ lane, after }: { lane: Path; after?: number }) {
  const { t } = use_words();
  const { definition, change } = use_scope();
  const steps = (at(definition, lane) ?? []) as Step[];
  const in_track = lane.includes("tracks");
  const place = after !== undefined ? after + 1 : in_track ? steps.length : Math.max(0, steps.length - 1);
  return (
    <AddField
      label={t("adapt.step.called")}
      button={after === undefined ? t("adapt.step.add") : t("adapt.step.add_after")}
      on_add={(title) => change({ definition: insert(definition, lane, place, new_step(definition, title)), select: [...lane, place] }, t("adapt.did.added", { name: title }))}
    />
  );
}
