import type { OfferDuplicates } from "../api/names.ts";
import { use_load, type Loaded } from "../api/use_load.ts";

export type DuplicatesLoaded = Loaded<OfferDuplicates>;

export function use_duplicates(may: boolean): DuplicatesLoaded {
  return use_load<OfferDuplicates>(may ? "/v1/offer-duplicates" : null);
}
