// Loads something from the server for a page. The last answer is kept in memory, so that going back is
// instant and shows what was there while the fresh answer is on its way. Nothing is kept on the device.
// Answers hold sentences, so another language asks anew.
import { useCallback, useEffect, useRef, useState } from "react";
import { use_words } from "../words/use_words.ts";
import { api, problem_from, type Problem } from "./client.ts";

const remembered = new Map<string, unknown>();

/// Forgets everything; called when somebody logs out or acts for another unit.
export function forget_loaded(): void {
  remembered.clear();
}

export interface Loaded<T> {
  data: T | undefined;
  problem: Problem | undefined;
  loading: boolean;
  reload: () => Promise<void>;
  set: (value: T) => void;
}

export function use_load<T>(path: string | null): Loaded<T> {
  const { language } = use_words();
  const key = `${language} ${path}`;
  const [state, set_state] = useState<{ path: string | null; data: T | undefined; problem: Problem | undefined }>({
    path,
    data: remembered.get(key) as T | undefined,
    problem: undefined,
  });
  const asked = useRef(key);
  asked.current = key;

  const reload = useCallback(async () => {
    if (path === null) return;
    try {
      const data = await api.get<T>(path);
      remembered.set(key, data);
      if (asked.current === key) set_state({ path, data, problem: undefined });
    } catch (thrown) {
      const problem = problem_from(thrown);
      if (asked.current === key) set_state((old) => ({ path, data: old.path === path ? old.data : undefined, problem }));
    }
  }, [path, key]);

  useEffect(() => {
    if (path === null) return;
    // Until the answer in another language is here the old one stands, so that nothing typed on it is lost.
    set_state((old) => ({
      path,
      data: (remembered.get(key) as T | undefined) ?? (old.path === path ? old.data : undefined),
      problem: undefined,
    }));
    void reload();
  }, [path, key, reload]);

  const set = useCallback(
    (data: T) => {
      if (path !== null) remembered.set(key, data);
      // An answer that comes late, when the page is about something else by now, is only remembered.
      set_state((old) => (old.path === path ? { path, data, problem: undefined } : old));
    },
    [path, key],
  );

  const current = state.path === path;
  const data = current ? state.data : undefined;
  const problem = current ? state.problem : undefined;
  return { data, problem, loading: data === undefined && problem === undefined && path !== null, reload, set };
}
