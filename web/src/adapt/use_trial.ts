// What an imagined case shows on its day, asked anew at every change; the older question is given up.
import { useEffect, useState } from "react";
import { api, problem_from, type Problem } from "../api/client.ts";
import type { PathwayTrial } from "../api/names.ts";
import { use_words } from "../words/use_words.ts";
import { case_text, type TrialCase } from "./trial_case.ts";

/// Short: one drags the slider and looks.
const pause_ms = 120;

export function use_trial(definition: string, one: TrialCase): { answer: PathwayTrial | undefined; problem: Problem | undefined } {
  const { language } = use_words();
  const [state, set_state] = useState<{ answer: PathwayTrial | undefined; problem: Problem | undefined }>({ answer: undefined, problem: undefined });
  const text = case_text(one);
  useEffect(() => {
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const answer = await api.post<PathwayTrial>("/v1/pathway-trials", { definition, case: text, today: one.today }, stop.signal);
        if (!stop.signal.aborted) set_state({ answer, problem: undefined });
      } catch (thrown) {
        if (!stop.signal.aborted) set_state((old) => ({ ...old, problem: problem_from(thrown) }));
      }
    }, pause_ms);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [definition, text, one.today, language]);
  return state;
}
