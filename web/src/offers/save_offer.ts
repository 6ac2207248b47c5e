// Stores the text of an offer. That somebody set the waiting time or said that all is so meanwhile is no conflict: the
// text is the same.
import { api, Problem, problem_from } from "../api/client.ts";
import type { OfferRecord } from "../api/names.ts";
import type { Stored } from "../shared/saver.ts";
import { same_text, sent_of, text_of, type OfferText } from "./offer.ts";

export function stored_of(record: OfferRecord): Stored<OfferText> {
  return { edit: text_of(record.offer), version: record.version };
}

/// `record`: as it was last heard of. What says the same is not sent: it would be a draft of nothing.
export async function save_offer(record: OfferRecord, edit: OfferText, version: number): Promise<OfferRecord> {
  const known = text_of(record.offer);
  if (same_text(sent_of(edit), sent_of(known))) return record;
  const send = (at: number) => api.put<OfferRecord>(`/v1/offers/${record.offer.id}`, { version: at, offer: sent_of(edit) });
  try {
    return await send(version);
  } catch (thrown) {
    const problem = problem_from(thrown);
    const current = problem.current as OfferRecord | undefined;
    const same = problem.code === "edit_conflict" && current !== undefined && same_text(text_of(current.offer), known);
    if (same) return send(current.version);
    throw of_fields(problem);
  }
}

/// The body holds the offer under a name that the form does not have.
function of_fields(problem: Problem): Problem {
  const { status, code, reference, current, message } = problem;
  const fields = problem.fields.map((fault) => ({ ...fault, path: fault.path.replace(/^offer\./, "") }));
  return new Problem(status, { title: message, code, fields, current, ...(reference ? { reference } : {}) });
}

/// Something else that is done with the offer: who is too late gets what is stored now, and may press again.
export async function act_on(record: OfferRecord, version: number, act: string, body: object, set: (record: OfferRecord) => void): Promise<OfferRecord> {
  try {
    return await api.post<OfferRecord>(`/v1/offers/${record.offer.id}/${act}`, { version, ...body });
  } catch (thrown) {
    const problem = problem_from(thrown);
    if (problem.code === "edit_conflict" && problem.current) set(problem.current as OfferRecord);
    throw problem;
  }
}
