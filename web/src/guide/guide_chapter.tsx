// One chapter: for whom, what it is about, and its parts. The app's own words stand out, and so does what is sought.
import type { ReactNode } from "react";
import { Icon } from "../shared/icons.tsx";
import { use_words } from "../words/use_words.ts";
import { pieces_of, type Chapter, type ChapterId, type Part } from "./guide.ts";

interface Props {
  id: ChapterId;
  chapter: Chapter;
  typed: string;
  word_of: (key: string) => string;
}

export function GuideChapter({ id, chapter, typed, word_of }: Props) {
  const { t } = use_words();
  const say = (text: string): ReactNode => (
    <>
      {pieces_of(text, typed, word_of).map((piece, place) => {
        const words = piece.sought ? <mark>{piece.text}</mark> : piece.text;
        return piece.label ? <strong key={place}>{words}</strong> : <span key={place}>{words}</span>;
      })}
    </>
  );
  return (
    <section className="sv-card sv-stack sv-guide__chapter" aria-labelledby={id}>
      <div className="sv-stack sv-stack--small">
        <p className="sv-eyebrow">{say(chapter.who)}</p>
        <h2 id={id} tabIndex={-1}>
          {say(chapter.title)}
        </h2>
        <p>{say(chapter.lead)}</p>
      </div>
      {chapter.parts.map((part) => (
        <div key={part.title} className="sv-guide__part">
          <h3>{say(part.title)}</h3>
          <Lines part={part} say={say} />
        </div>
      ))}
      <a href="#chapters" className="sv-onward sv-guide__back">
        <Icon name="up" /> {t("guide.chapters")}
      </a>
    </section>
  );
}

function Lines({ part, say }: { part: Part; say: (text: string) => ReactNode }) {
  if (part.steps) {
    return (
      <ol>
        {part.steps.map((line) => (
          <li key={line}>{say(line)}</li>
        ))}
      </ol>
    );
  }
  if (part.terms) {
    return (
      <dl>
        {part.terms.map(({ term, text }) => (
          <div key={term}>
            <dt>{say(term)}</dt>
            <dd>{say(text)}</dd>
          </div>
        ))}
      </dl>
    );
  }
  return (
    <ul>
      {part.points?.map((line) => (
        <li key={line}>{say(line)}</li>
      ))}
    </ul>
  );
}
