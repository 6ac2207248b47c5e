// The coverage that is chosen in the address. While another choice is fetched, what was there stays.
import { useState } from "react";
import { useSearchParams } from "react-router";
import type { Coverage } from "../api/names.ts";
import { use_load, type Loaded } from "../api/use_load.ts";
import { address_of, choice_from, type CoverageChoice } from "./coverage.ts";

interface Chosen {
  coverage: Coverage | undefined;
  loaded: Loaded<Coverage>;
  choice: CoverageChoice;
  choose: (part: Partial<CoverageChoice>) => void;
}

export function use_coverage(): Chosen {
  const [address, set_address] = useSearchParams();
  const choice = choice_from(address);
  const loaded = use_load<Coverage>(`/v1/coverage${choice.theme ? `?theme=${choice.theme}` : ""}`);
  const [kept, set_kept] = useState(loaded.data);
  if (loaded.data && loaded.data !== kept) set_kept(loaded.data);
  const choose = (part: Partial<CoverageChoice>) => set_address(address_of({ ...choice, ...part }));
  return { coverage: loaded.data ?? kept, loaded, choice, choose };
}
