// Who must consent for this child today, by age and the municipality's settings. Asked anew whenever a window
// that needs it is opened: the child may have had a birthday.
import { useCallback, useEffect, useState } from "react";
import { api, problem_from, type Problem } from "../api/client.ts";
import type { ConsentNeeds, FollowUp } from "../api/names.ts";
import { must_consent, type MustConsent } from "./consent_cover.ts";

interface Asked {
  musts: MustConsent[] | undefined;
  problem: Problem | undefined;
  reload: () => Promise<void>;
}

export function use_must_consent(follow_up: FollowUp, open: boolean): Asked {
  const [needs, set_needs] = useState<ConsentNeeds>();
  const [problem, set_problem] = useState<Problem>();
  const birth_date = follow_up.child?.birth_date;
  const guardians = follow_up.guardians.filter((one) => one.parental_responsibility).length;

  const reload = useCallback(async () => {
    if (!birth_date) return;
    set_problem(undefined);
    try {
      set_needs(await api.post<ConsentNeeds>("/v1/consent-needs", { birth_date, guardians }));
    } catch (thrown) {
      set_problem(problem_from(thrown));
    }
  }, [birth_date, guardians]);

  useEffect(() => {
    if (open) void reload();
  }, [open, reload]);

  return { musts: needs ? must_consent(needs.needs, follow_up) : undefined, problem, reload };
}
