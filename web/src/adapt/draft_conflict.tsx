// Two people changed the same draft. What only one of them changed is taken from that one; where both changed the same
// thing, the person chooses, part by part.
import { useMemo } from "react";
import type { PathwayVocabulary } from "../api/names.ts";
import { ConflictWindow, type ConflictField } from "../shared/conflict_window.tsx";
import { use_words } from "../words/use_words.ts";
import { read_definition, text_of } from "./definition.ts";
import { merge_json, type Side } from "./merge_definitions.ts";
import type { DraftEdit } from "./use_editing.ts";
import { use_telling } from "./use_telling.ts";
import { field_title, value_in_words } from "./value_words.ts";

interface Props {
  base: DraftEdit;
  mine: DraftEdit;
  theirs: DraftEdit;
  vocabulary: PathwayVocabulary | undefined;
  on_resolve: (edit: DraftEdit) => void;
}

type Spread = Record<string, unknown>;

/// The two texts as one JSON; null when one of them cannot be read.
function both(edit: DraftEdit): object | null {
  try {
    return { definition: JSON.parse(edit.definition) as unknown, scenarios: JSON.parse(edit.scenarios) as unknown };
  } catch {
    return null;
  }
}

export function DraftConflict({ base, mine, theirs, vocabulary, on_resolve }: Props) {
  const { t, language } = use_words();
  const telling = use_telling(read_definition(mine.definition) ?? { id: "", stages: [] }, vocabulary);
  const [from, ours, others] = useMemo(() => [both(base), both(mine), both(theirs)], [base, mine, theirs]);
  const readable = from !== null && ours !== null && others !== null;
  const clashes = useMemo(
    () => (readable ? merge_json(from, ours, others).clashes : [{ path: "definition", base: base.definition, mine: mine.definition, theirs: theirs.definition }]),
    [readable, from, ours, others, base, mine, theirs],
  );
  const spread = (side: "base" | Side): Spread => Object.fromEntries(clashes.map((clash) => [clash.path, clash[side] ?? null]));

  const fields = useMemo<ConflictField<Spread>[]>(
    () =>
      clashes.map((clash) => {
        const words = clash.path.split("/").slice(1);
        const field = words[words.length - 1] ?? "";
        const places = words.filter((word) => telling.titles.has(word)).map((word) => telling.titles.get(word));
        const name = telling.titles.has(field) ? "" : field_title(field, telling);
        return {
          name: clash.path,
          label: [...places, name].filter(Boolean).join(" · ") || t("adapt.part.about"),
          show: (value: unknown) => (value === null ? t("adapt.taken_away") : value_in_words(value, field, telling)),
        };
      }),
    [clashes, telling, t, language],
  );

  function resolve(chosen: Spread) {
    if (!readable) return on_resolve(chosen["definition"] === theirs.definition ? theirs : mine);
    const sides = clashes.map((clash) => [clash.path, JSON.stringify(chosen[clash.path]) === JSON.stringify(clash.mine ?? null) ? "mine" : "theirs"] as const);
    const merged = merge_json(from, ours, others, Object.fromEntries(sides)).value as { definition: unknown; scenarios: unknown };
    on_resolve({ definition: text_of(merged.definition), scenarios: text_of(merged.scenarios) });
  }
  return <ConflictWindow fields={fields} base={spread("base")} mine={spread("mine")} theirs={spread("theirs")} on_resolve={resolve} />;
}
