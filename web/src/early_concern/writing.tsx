// The guided writing: facts first, then the guide's questions. One question at a time on a phone, or all
// at once for those who would rather see the whole.
import { Button } from "@digdir/designsystemet-react";
import { useEffect, useState } from "react";
import type { EarlyConcern } from "../api/names.ts";
import { use_load } from "../api/use_load.ts";
import type { Guide, GuideSection } from "../duty/guide.ts";
import { TextArea, TextField } from "../shared/fields.tsx";
import { Icon } from "../shared/icons.tsx";
import { use_words } from "../words/use_words.ts";
import { facts_question, type ConcernEdit } from "./concern_edit.ts";

interface Props {
  concern: EarlyConcern;
  edit: ConcernEdit;
  change: (part: Partial<ConcernEdit>) => void;
  read_only: boolean;
}

function questions_of(guide: Guide | undefined): GuideSection[] {
  return (guide?.sections ?? []).filter((section) => section.kind === "question" && !section.raises_flag);
}

export function Writing(props: Props) {
  const { t, language } = use_words();
  const guide = use_load<Guide>("/v1/guides/early_concern");
  const [one_at_a_time, set_one] = useState(() => matchMedia("(max-width: 40rem)").matches);
  const [place, set_place] = useState(0);
  const questions = questions_of(guide.data);
  const count = questions.length;
  useEffect(() => {
    if (count > 0 && place >= count) set_place(count - 1);
  }, [count, place]);

  if (props.read_only) return <WrittenDown {...props} questions={questions} />;
  const shown = one_at_a_time ? questions.slice(place, place + 1) : questions;
  return (
    <section className="sv-card sv-stack sv-stack--wide" aria-labelledby="writing">
      <div className="sv-row sv-row--between">
        <h2 id="writing">{t("writing.title")}</h2>
        {count > 1 ? (
          <button type="button" className="sv-chip" aria-pressed={one_at_a_time} onClick={() => set_one(!one_at_a_time)}>
            {t("writing.one_at_a_time")}
          </button>
        ) : null}
      </div>
      {guide.data ? <p className="sv-soft">{guide.data.intro[language]}</p> : null}
      {questions.length === 0 ? (
        <Question section={undefined} {...props} />
      ) : (
        shown.map((section) => <Question key={section.id} section={section} {...props} />)
      )}
      {one_at_a_time && count > 1 ? (
        <div className="sv-writing-steps">
          <Button variant="secondary" disabled={place === 0} onClick={() => set_place(place - 1)}>
            <Icon name="back" /> {t("writing.previous")}
          </Button>
          <p className="sv-small sv-soft" role="status">
            {t("writing.place", { place: place + 1, count })}
          </p>
          <Button variant="secondary" disabled={place === count - 1} onClick={() => set_place(place + 1)}>
            {t("writing.next")} <Icon name="arrow" />
          </Button>
        </div>
      ) : null}
      {!one_at_a_time || place === 0 ? (
        <TextField
          name="label"
          label={t("concern.label")}
          help={t("concern.label_help")}
          max_length={80}
          value={props.edit.label}
          on_change={(label) => props.change({ label })}
        />
      ) : null}
    </section>
  );
}

function Question({ section, edit, change }: Props & { section: GuideSection | undefined }) {
  const { t, language } = use_words();
  if (!section || section.id === facts_question) {
    return (
      <TextArea
        name="facts"
        label={section ? section.title[language] : t("concern.facts")}
        help={<Help section={section} fallback={t("concern.facts_help")} />}
        rows={6}
        max_length={8000}
        value={edit.facts}
        on_change={(facts) => change({ facts })}
      />
    );
  }
  return (
    <TextArea
      name={`answers.${section.id}`}
      label={section.title[language]}
      help={<Help section={section} />}
      rows={section.answer === "short_text" ? 2 : 4}
      max_length={4000}
      value={edit.answers[section.id] ?? ""}
      on_change={(text) => change({ answers: { ...edit.answers, [section.id]: text } })}
    />
  );
}

function Help({ section, fallback }: { section: GuideSection | undefined; fallback?: string }) {
  const { language } = use_words();
  if (!section) return <>{fallback}</>;
  return (
    <>
      {section.text?.[language]}
      {section.help ? <span className="sv-hint">{section.help[language]}</span> : null}
    </>
  );
}

function WrittenDown({ edit, questions }: Props & { questions: GuideSection[] }) {
  const { t, language } = use_words();
  const answered = questions.filter((section) => section.id !== facts_question && edit.answers[section.id]);
  return (
    <section className="sv-card sv-stack" aria-labelledby="writing">
      <h2 id="writing">{t("writing.title")}</h2>
      <div>
        <h3>{t("concern.facts")}</h3>
        <p className="sv-prose">{edit.facts || t("writing.nothing")}</p>
      </div>
      {answered.map((section) => (
        <div key={section.id}>
          <h3>{section.title[language]}</h3>
          <p className="sv-prose">{edit.answers[section.id]}</p>
        </div>
      ))}
    </section>
  );
}
