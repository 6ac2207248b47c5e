// Sends a change to an early concern. When it was changed elsewhere first, the page shows what is new, so that
// one can look and send again.
import { problem_from } from "../api/client.ts";
import type { EarlyConcern } from "../api/names.ts";

export async function send_change(work: () => Promise<EarlyConcern>, set: (concern: EarlyConcern) => void): Promise<EarlyConcern> {
  try {
    return await work();
  } catch (thrown) {
    const problem = problem_from(thrown);
    if (problem.code === "edit_conflict" && problem.current) set(problem.current as EarlyConcern);
    throw problem;
  }
}
