// One thing a person does that goes to the server: pending while it is under way, and the problem when
// it did not succeed. What the person typed stays where it is. Pressed twice it is done once: a button that
// looks busy can still be pressed.
import { useCallback, useRef, useState } from "react";
import { problem_from, type Problem } from "../api/client.ts";

export interface Action {
  pending: boolean;
  problem: Problem | undefined;
  run: <T>(work: () => Promise<T>) => Promise<T | undefined>;
  clear: () => void;
}

export function use_action(): Action {
  const [pending, set_pending] = useState(false);
  const [problem, set_problem] = useState<Problem>();
  const under_way = useRef(false);

  const run = useCallback(async <T>(work: () => Promise<T>): Promise<T | undefined> => {
    if (under_way.current) return undefined;
    under_way.current = true;
    set_pending(true);
    set_problem(undefined);
    try {
      return await work();
    } catch (thrown) {
      set_problem(problem_from(thrown));
      return undefined;
    } finally {
      under_way.current = false;
      set_pending(false);
    }
  }, []);

  const clear = useCallback(() => set_problem(undefined), []);
  return { pending, problem, run, clear };
}
