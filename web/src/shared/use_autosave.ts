// Saves what a person writes, while they write. States: saved -> unsaved -> saving -> saved; or waiting
// (the server is out of reach: tried again by itself), refused (the server says why), conflict (somebody
// saved before: the person chooses). Must hold: what was typed is never replaced without a choice.
import { useCallback, useEffect, useRef, useState } from "react";
import { problem_from, type Problem } from "../api/client.ts";

const quiet_ms = 1200;
const retry_ms = 5000;

export type Standing = "saved" | "unsaved" | "saving" | "waiting" | "refused" | "conflict";

export interface Stored<Edit> {
  edit: Edit;
  version: number;
}

interface Options<Edit, Entity> {
  stored: Stored<Edit>;
  save: (edit: Edit, version: number) => Promise<Entity>;
  /// What of an answer (also of a conflict's `current`) is the edit, and its version.
  read: (entity: Entity) => Stored<Edit>;
  on_saved: (entity: Entity) => void;
}

export interface Autosave<Edit> {
  mine: Edit;
  change: (part: Partial<Edit>) => void;
  standing: Standing;
  problem: Problem | undefined;
  conflict: { base: Edit; theirs: Edit } | undefined;
  /// The person has chosen: saves `edit` on top of what the other saved.
  resolve: (edit: Edit) => void;
  /// Saves at once; true when everything is stored.
  flush: () => Promise<boolean>;
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

export function use_autosave<Edit extends object, Entity>(options: Options<Edit, Entity>): Autosave<Edit> {
  const latest = useRef(options);
  latest.current = options;
  const base = useRef(options.stored);
  const mine = useRef(options.stored.edit);
  const under_way = useRef<Promise<boolean> | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const theirs = useRef<Stored<Edit> | null>(null);
  const [, redraw] = useState(0);
  const [standing, set_standing] = useState<Standing>("saved");
  const [problem, set_problem] = useState<Problem>();

  // The entity was stored anew by another action of this page: take its version, keep what is typed.
  useEffect(() => {
    if (theirs.current || options.stored.version <= base.current.version) return;
    if (same(mine.current, base.current.edit)) mine.current = options.stored.edit;
    base.current = options.stored;
    redraw((n) => n + 1);
  }, [options.stored]);

  const save_once = useCallback(async (): Promise<boolean> => {
    clearTimeout(timer.current);
    const sent = mine.current;
    if (theirs.current) return false;
    if (same(sent, base.current.edit)) {
      set_standing("saved");
      return true;
    }
    set_standing("saving");
    set_problem(undefined);
    try {
      const entity = await latest.current.save(sent, base.current.version);
      const stored = latest.current.read(entity);
      // The server trims texts. What was sent counts as stored, so that a space at the end of a sentence
      // being typed is not taken away.
      base.current = { edit: sent, version: stored.version };
      latest.current.on_saved(entity);
      set_standing(same(mine.current, sent) ? "saved" : "unsaved");
      return same(mine.current, base.current.edit);
    } catch (thrown) {
      const failed = problem_from(thrown);
      if (failed.code === "edit_conflict" && failed.current) {
        theirs.current = latest.current.read(failed.current as Entity);
        set_standing("conflict");
      } else if (failed.status === 0 || failed.status === 503) {
        set_standing("waiting");
        timer.current = setTimeout(() => void flush_ref.current(), retry_ms);
      } else {
        set_standing("refused");
      }
      set_problem(failed);
      return false;
    }
  }, []);

  const flush = useCallback(async (): Promise<boolean> => {
    if (under_way.current) await under_way.current;
    const run = save_once();
    under_way.current = run;
    try {
      return await run;
    } finally {
      if (under_way.current === run) under_way.current = null;
    }
  }, [save_once]);
  const flush_ref = useRef(flush);
  flush_ref.current = flush;

  const change = useCallback((part: Partial<Edit>) => {
    mine.current = { ...mine.current, ...part };
    redraw((n) => n + 1);
    if (theirs.current) return;
    set_standing("unsaved");
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void flush_ref.current(), quiet_ms);
  }, []);

  const resolve = useCallback((edit: Edit) => {
    if (theirs.current) base.current = theirs.current;
    theirs.current = null;
    mine.current = edit;
    redraw((n) => n + 1);
    void flush_ref.current();
  }, []);

  useEffect(() => {
    const save_now = () => void flush_ref.current();
    const when_hidden = () => document.visibilityState === "hidden" && save_now();
    const before_leaving = (event: BeforeUnloadEvent) => {
      if (same(mine.current, base.current.edit)) return;
      save_now();
      event.preventDefault();
    };
    addEventListener("online", save_now);
    addEventListener("beforeunload", before_leaving);
    document.addEventListener("visibilitychange", when_hidden);
    return () => {
      removeEventListener("online", save_now);
      removeEventListener("beforeunload", before_leaving);
      document.removeEventListener("visibilitychange", when_hidden);
      clearTimeout(timer.current);
      save_now();
    };
  }, []);

  const conflict = theirs.current ? { base: base.current.edit, theirs: theirs.current.edit } : undefined;
  return { mine: mine.current, change, standing, problem, conflict, resolve, flush };
}
