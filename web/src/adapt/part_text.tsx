// What stands in a part of a definition, to read: every member by its name, in words.
import type { PathwayVocabulary, VocabularyWord } from "../api/names.ts";
import { use_words } from "../words/use_words.ts";
import { at, type Definition, type Path } from "./definition.ts";
import { use_telling } from "./use_telling.ts";
import { field_title, value_in_words } from "./value_words.ts";

/// In the order one reads them; what is not here has a place of its own on the map, or is nobody's business.
const members = [
  "plain_title", "meaning", "summary", "question", "kind", "who", "waits_for", "what", "how", "why", "due", "repeat_every", "dated_by",
  "when_flag", "unless_flag", "shown_to", "may_skip", "needs_consent", "gives_consent", "escalate", "answers", "tools", "arenas",
  "entry", "exit", "level", "used_as", "flags", "dates", "source", "evidence", "owner", "review_by",
];

interface Props {
  definition: Definition;
  path: Path;
  vocabulary: PathwayVocabulary | undefined;
  pathways: readonly VocabularyWord[];
}

export function PartText({ definition, path, vocabulary, pathways }: Props) {
  const { t } = use_words();
  const telling = use_telling(definition, vocabulary, pathways);
  const part = at(definition, path) as Record<string, unknown> | undefined;
  const start = path.length === 0 ? definition.start : undefined;
  const rows = members
    .map((name) => [name, value_in_words(part?.[name], name, telling)] as const)
    .concat(start ? [["criteria", value_in_words(start.criteria, "criteria", telling)], ["in_doubt", value_in_words(start.in_doubt, "in_doubt", telling)]] : [])
    .filter(([, text]) => text !== "");
  if (rows.length === 0) return <p className="sv-empty">{t("conflict.empty")}</p>;
  return (
    <dl className="sv-facts">
      {rows.map(([name, text]) => (
        <div key={name}>
          <dt>{field_title(name, telling)}</dt>
          <dd className="sv-prose">{text}</dd>
        </div>
      ))}
    </dl>
  );
}
