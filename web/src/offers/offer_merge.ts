// Two people changed the same offer: its texts one by one and language by language, everything else as one thing each, so
// that what only one of them changed merges by itself. Pure.
import type { OfferText, Texts } from "./offer.ts";
import { sorted } from "./offer.ts";

/// "summary.nn", "next_steps.1.nb", "hours".
export type Parts = Record<string, unknown>;

const texts = ["name", "summary", "description", "response_time", "accessibility"] as const;
const languages = ["nb", "nn", "en", "se", "sma", "smj", "fkv"];
const steps = 3;

export function is_text(part: string): boolean {
  return part.includes(".");
}

export function parts_of(offer: OfferText): Parts {
  const { next_steps, ...rest } = offer;
  const parts: Parts = {};
  for (const [name, value] of Object.entries(rest)) {
    if (value !== undefined && !(texts as readonly string[]).includes(name)) parts[name] = sorted(value);
  }
  const add = (name: string, value: Texts | undefined) => {
    for (const language of languages) parts[`${name}.${language}`] = value?.[language] ?? "";
  };
  for (const name of texts) add(name, offer[name]);
  for (let place = 0; place < steps; ++place) add(`next_steps.${place}`, next_steps[place] as Texts | undefined);
  return parts;
}

export function offer_of(parts: Parts): OfferText {
  const offer: Record<string, unknown> = {};
  const next_steps: Texts[] = [{}, {}, {}];
  for (const name of texts) offer[name] = {};
  for (const [part, value] of Object.entries(parts)) {
    const [name = "", place = "", language] = part.split(".");
    if (!is_text(part)) {
      if (value !== undefined) offer[name] = value;
    } else if (value) {
      const into = language ? next_steps[Number(place)] : (offer[name] as Texts);
      if (into) into[language ?? place] = String(value);
    }
  }
  return { ...offer, next_steps } as unknown as OfferText;
}
