// Two people changed the same offer. What only one of them changed stands; where both changed the same text or the same
// thing, the person chooses.
import { useMemo } from "react";
import type { OfferWords } from "../api/names.ts";
import { ConflictWindow, type ConflictField } from "../shared/conflict_window.tsx";
import { use_words, type WordKey, type Words } from "../words/use_words.ts";
import type { OfferText } from "./offer.ts";
import { is_text, offer_of, parts_of, type Parts } from "./offer_merge.ts";
import { language_word } from "./offer_words.ts";

interface Props {
  base: OfferText;
  mine: OfferText;
  theirs: OfferText;
  words: OfferWords;
  on_resolve: (offer: OfferText) => void;
}

export function OfferConflict({ base, mine, theirs, words, on_resolve }: Props) {
  const { t } = use_words();
  const [from, ours, others] = useMemo(() => [parts_of(base), parts_of(mine), parts_of(theirs)], [base, mine, theirs]);
  const fields = useMemo<ConflictField<Parts>[]>(() => {
    const names = [...new Set([...Object.keys(others), ...Object.keys(ours)])];
    return names.map((name) => ({
      name,
      label: part_word(t, name),
      prose: is_text(name) && !name.startsWith("name."),
      show: (value: unknown) => told(value, words),
    }));
  }, [ours, others, words, t]);
  return <ConflictWindow fields={fields} base={from} mine={ours} theirs={others} on_resolve={(parts) => on_resolve(offer_of(parts))} />;
}

/// "summary.nn" is "Kort sagt (nynorsk)"; "hours" is the part it is written in.
function part_word(t: Words, part: string): string {
  const [name = "", place = "", language] = part.split(".");
  const known = (key: string) => {
    const text = t(key as WordKey);
    return text === key ? undefined : text;
  };
  const label = name === "next_steps" ? t(`offers.step.${(Number(place) + 1) as 1 | 2 | 3}`) : (known(`offers.field.${name}`) ?? known(`offers.part.${name}`) ?? name);
  return is_text(part) ? `${label} (${language_word(t, language ?? place).toLocaleLowerCase("nb")})` : label;
}

/// All that stands in something, in a row; ids by their names.
function told(value: unknown, words: OfferWords): string {
  if (value === undefined || value === null) return "";
  if (typeof value === "boolean") return value ? "✓" : "–";
  if (Array.isArray(value)) return value.map((one) => told(one, words)).filter(Boolean).join(", ");
  if (typeof value === "object") return Object.values(value).map((one) => told(one, words)).filter(Boolean).join(" · ");
  const text = String(value);
  return [...words.themes, ...words.kinds, ...words.municipalities, ...words.counties].find((one) => one.id === text)?.name ?? text;
}
