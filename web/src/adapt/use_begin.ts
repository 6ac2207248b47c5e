// Beginning to adapt a pathway, or going on in the draft there is: the workroom opens.
import { useNavigate } from "react-router";
import { api, type Problem } from "../api/client.ts";
import type { PathwayDraft } from "../api/names.ts";
import { use_action } from "../shared/use_action.ts";

interface Beginning {
  begin: () => void;
  pending: boolean;
  problem: Problem | undefined;
}

export function use_begin(pathway: string): Beginning {
  const go = useNavigate();
  const { run, pending, problem } = use_action();
  async function begin() {
    const draft = await run(() => api.post<PathwayDraft>("/v1/pathway-drafts", { pathway }));
    if (draft) go(`/pathways/${pathway}/adapt`);
  }
  return { begin: () => void begin(), pending, problem };
}
