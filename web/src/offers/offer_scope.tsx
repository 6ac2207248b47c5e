// What the parts of the editor share: the offer as it is being written, how it is changed, the words it may use, and the
// language that is being written.
import { createContext, useContext } from "react";
import type { Language, OfferWords } from "../api/names.ts";
import type { OfferText } from "./offer.ts";

export interface OfferScope {
  offer: OfferText;
  change: (part: Partial<OfferText>) => void;
  words: OfferWords;
  writing: Language;
}

const Context = createContext<OfferScope | null>(null);
export const OfferScopeProvider = Context.Provider;

export function use_offer(): OfferScope {
  const scope = useContext(Context);
  if (!scope) throw new Error("use_offer outside the editor");
  return scope;
}
