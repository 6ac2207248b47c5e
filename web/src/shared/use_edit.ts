// A form on something stored: what is typed, what it began from, and what somebody else stored meanwhile. A
// choice between the two goes back into the form, which then stands on the other's version: whatever stops it
// from being stored is said there, and nothing typed is lost.
import { useCallback, useState } from "react";
import type { Stored } from "./saver.ts";

export interface EditForm<Edit> {
  mine: Edit;
  /// What the form began from; its version is the one to send.
  base: Stored<Edit>;
  theirs: Stored<Edit> | null;
  change: (part: Partial<Edit>) => void;
  /// Somebody stored `theirs` first.
  meet: (theirs: Stored<Edit>) => void;
  /// The person has chosen what is to stand.
  resolve: (merged: Edit) => void;
  begin_anew: (stored: Stored<Edit>) => void;
}

export function use_edit<Edit extends object>(begin: () => Stored<Edit>): EditForm<Edit> {
  const [base, set_base] = useState(begin);
  const [mine, set_mine] = useState(base.edit);
  const [theirs, set_theirs] = useState<Stored<Edit> | null>(null);
  const change = useCallback((part: Partial<Edit>) => set_mine((old) => ({ ...old, ...part })), []);

  function resolve(merged: Edit) {
    if (theirs) set_base(theirs);
    set_theirs(null);
    set_mine(merged);
  }
  function begin_anew(stored: Stored<Edit>) {
    set_base(stored);
    set_theirs(null);
    set_mine(stored.edit);
  }
  return { mine, base, theirs, change, meet: set_theirs, resolve, begin_anew };
}
