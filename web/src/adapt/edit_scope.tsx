// What every form of the workroom needs: the definition, how to change it, what words there are, what the checker
// says, in which languages one writes.
import { createContext, useContext } from "react";
import type { Language, PathwayVocabulary } from "../api/names.ts";
import { at, type Definition, type Path } from "./definition.ts";
import { put } from "./definition_edit.ts";
import type { Marks, PlacedFinding } from "./marks.ts";
import type { Change } from "./use_editing.ts";
import type { Telling } from "./value_words.ts";

export type Writing = Language | "all";

export interface Scope {
  definition: Definition;
  vocabulary: PathwayVocabulary;
  /// What a pathway can continue in.
  pathways: { id: string; title: string }[];
  telling: Telling;
  findings: PlacedFinding[];
  marks: Marks;
  writing: Writing;
  selected: Path;
  select: (path: Path) => void;
  change: (next: Change, what: string, together?: string) => void;
  /// Parts that were published keep their ids: children stand on them.
  may_rename: (path: Path) => boolean;
  rename: (path: Path, id: string) => void;
}

const Place = createContext<Scope | null>(null);
export const EditScope = Place.Provider;

export function use_scope(): Scope {
  const scope = useContext(Place);
  if (!scope) throw new Error("outside of the workroom");
  return scope;
}

export interface Value<T> {
  value: T | undefined;
  set: (value: T | undefined) => void;
}

/// One member of a part, and how it is changed. `what` says it for undo.
export function use_value<T>(path: Path, what: string): Value<T> {
  const { definition, change } = use_scope();
  return {
    value: at(definition, path) as T | undefined,
    set: (value) => change({ definition: put(definition, path, value) }, what, path.join("/")),
  };
}
