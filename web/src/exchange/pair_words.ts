import type { SuspectedOffer, SuspectedPair } from "../api/names.ts";
import type { Words } from "../words/use_words.ts";

export function because_word(t: Words, because: SuspectedPair["because"][number]): string {
  return t(`exchange.because.${because}`);
}

/// Where an offer comes from, in words.
export function source_word(t: Words, offer: SuspectedOffer): string {
  if (offer.source === "content") return t("exchange.from.content");
  if (offer.source === "here") return t("exchange.from.here");
  return t("exchange.from.other", { source: offer.source });
}
