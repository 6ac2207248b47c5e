// The checker's answer to what stands on the screen: asked when one has paused, the older question given up. The last
// answer stands until the next is here.
import { useEffect, useState } from "react";
import { api, problem_from, type Problem } from "../api/client.ts";
import type { PathwayCheck } from "../api/names.ts";
import { use_words } from "../words/use_words.ts";
import type { DraftEdit } from "./use_editing.ts";

const pause_ms = 400;

export interface Check {
  answer: PathwayCheck | undefined;
  /// What the answer is about.
  of: DraftEdit | undefined;
  checking: boolean;
  problem: Problem | undefined;
}

export function use_check({ definition, scenarios }: DraftEdit, base: string): Check {
  const { language } = use_words();
  const [check, set_check] = useState<Check>({ answer: undefined, of: undefined, checking: true, problem: undefined });

  useEffect(() => {
    const stop = new AbortController();
    set_check((old) => (old.checking ? old : { ...old, checking: true }));
    const timer = setTimeout(async () => {
      try {
        const answer = await api.post<PathwayCheck>("/v1/pathway-checks", { definition, scenarios, base }, stop.signal);
        if (!stop.signal.aborted) set_check({ answer, of: { definition, scenarios }, checking: false, problem: undefined });
      } catch (thrown) {
        if (!stop.signal.aborted) set_check((old) => ({ ...old, checking: false, problem: problem_from(thrown) }));
      }
    }, pause_ms);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [definition, scenarios, base, language]);

  return check;
}
