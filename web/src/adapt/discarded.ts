import type { PathwayDraft } from "../api/names.ts";
// The draft that was thrown away last in this visit, so that it can be had back. In memory only.

let discarded: PathwayDraft | null = null;

export function remember_discarded(draft: PathwayDraft): void {
  discarded = draft;
}

export function last_discarded(): PathwayDraft | null {
  return discarded;
}

export function forget_discarded(): void {
  discarded = null;
}
