// Loads something from the server for a page. The last answer is kept in memory, so that going back is
// instant and shows what was there while the fresh answer is on its way. Nothing is kept on the device.
import { useCallback, useEffect, useRef, useState } from "react";
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
  const [state, set_state] = useState<{ path: string | null; data: T | undefined; problem: Problem | undefined }>({
    path,
    data: path === null ? undefined : (remembered.get(path) as T | undefined),
    problem: undefined,
  });
  const asked = useRef(path);
  asked.current = path;

  const reload = useCallback(async () => {
    if (path === null) return;
    try {
      const data = await api.get<T>(path);
      remembered.set(path, data);
      if (asked.current === path) set_state({ path, data, problem: undefined });
    } catch (thrown) {
      const problem = problem_from(thrown);
      if (asked.current === path) set_state((old) => ({ path, data: old.path === path ? old.data : undefined, problem }));
    }
  }, [path]);

  useEffect(() => {
    if (path === null) return;
    set_state({ path, data: remembered.get(path) as T | undefined, problem: undefined });
    void reload();
  }, [path, reload]);

  const set = useCallback(
    (data: T) => {
      if (path !== null) remembered.set(path, data);
      set_state({ path, data, problem: undefined });
    },
    [path],
  );

  const current = state.path === path;
  const data = current ? state.data : undefined;
  const problem = current ? state.problem : undefined;
  return { data, problem, loading: data === undefined && problem === undefined && path !== null, reload, set };
}
