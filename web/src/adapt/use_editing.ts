// Editing a draft: the definition and its scenarios as objects, what is chosen, and undo. The texts are stored by the
// autosave; undo only knows what was done on this visit.
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { Autosave } from "../shared/use_autosave.ts";
import { nearest, read_definition, text_of, type Definition, type Path } from "./definition.ts";
import { read_scenarios, type Scenarios } from "./scenarios.ts";

export interface DraftEdit {
  definition: string;
  scenarios: string;
}

interface Moment {
  edit: DraftEdit;
  selected: Path;
  /// What was done then, as an answer to "undo what?".
  what: string;
  /// Typing in one field is one thing.
  together: string;
}

export interface Change {
  definition?: Definition;
  scenarios?: Scenarios;
  /// Where one is afterwards.
  select?: Path;
}

export interface Editing {
  edit: DraftEdit;
  /// Null when the stored text cannot be shown in forms.
  definition: Definition | null;
  scenarios: Scenarios | null;
  selected: Path;
  select: (path: Path) => void;
  change: (next: Change, what: string, together?: string) => void;
  undo: { what: string; run: () => void } | null;
  redo: { what: string; run: () => void } | null;
}

const moments_kept = 200;

export function use_editing(autosave: Autosave<DraftEdit>): Editing {
  const { mine, change: store } = autosave;
  const [selected, select] = useState<Path>([]);
  const [past, set_past] = useState<Moment[]>([]);
  const [future, set_future] = useState<Moment[]>([]);
  const written = useRef(mine);
  const definition = useMemo(() => read_definition(mine.definition), [mine.definition]);
  const scenarios = useMemo(() => read_scenarios(mine.scenarios), [mine.scenarios]);
  const same = (edit: DraftEdit) => edit.definition === mine.definition && edit.scenarios === mine.scenarios;

  // Somebody else's version came in: what was done before it cannot be taken back one by one.
  useEffect(() => {
    if (same(written.current)) return;
    written.current = mine;
    set_past([]);
    set_future([]);
  });

  const write = useCallback(
    (edit: DraftEdit, path: Path) => {
      written.current = edit;
      store(edit);
      const next = read_definition(edit.definition);
      select(next ? nearest(next, path) : []);
    },
    [store],
  );

  const change = useCallback(
    (next: Change, what: string, together = "") => {
      const edit = {
        definition: next.definition ? text_of(next.definition) : mine.definition,
        scenarios: next.scenarios ? text_of(next.scenarios) : mine.scenarios,
      };
      set_past((old) => {
        const last = old[old.length - 1];
        if (together && last?.together === together) return old;
        return [...old.slice(-moments_kept), { edit: mine, selected, what, together }];
      });
      set_future([]);
      write(edit, next.select ?? selected);
    },
    [mine, selected, write],
  );

  const go = (from: Moment[], set_from: typeof set_past, set_other: typeof set_past) => {
    const moment = from[from.length - 1];
    if (!moment) return null;
    const run = () => {
      set_from(from.slice(0, -1));
      set_other((old) => [...old, { ...moment, edit: mine, selected, together: "" }]);
      write(moment.edit, moment.selected);
    };
    return { what: moment.what, run };
  };
  return {
    edit: mine,
    definition,
    scenarios,
    selected,
    select,
    change,
    undo: go(past, set_past, set_future),
    redo: go(future, set_future, set_past),
  };
}
