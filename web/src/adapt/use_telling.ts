// What values of a definition are called, in the language spoken.
import { useMemo } from "react";
import type { PathwayVocabulary, VocabularyWord } from "../api/names.ts";
import { use_words } from "../words/use_words.ts";
import { consents_of, parts_of, say, type Definition } from "./definition.ts";
import type { Telling } from "./value_words.ts";

const none: readonly VocabularyWord[] = [];

/// With `pathways`, what others that it can continue in are called.
export function use_telling(definition: Definition, vocabulary: PathwayVocabulary | undefined, pathways: readonly VocabularyWord[] = none): Telling {
  const { t, language } = use_words();
  return useMemo(() => {
    const named = parts_of(definition).filter((part) => part.kind !== "answer" && part.kind !== "reason");
    const consents = consents_of(definition).map((one) => [one.id, say(one.title, language)] as const);
    const others = pathways.map((one) => [one.id, one.title] as const);
    const titles = new Map([...others, ...consents, ...named.map((part) => [part.id, say(part.title, language) || part.id] as const)]);
    return { t, language, vocabulary, titles };
  }, [t, language, definition, vocabulary, pathways]);
}
