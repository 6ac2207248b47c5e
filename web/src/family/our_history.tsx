// What has happened, newest first: the team's own history in everyday words.
import { useState } from "react";
import type { FamilyFollowUp } from "../api/names.ts";
import { Timeline } from "../shared/timeline.tsx";
import { use_words } from "../words/use_words.ts";

const first_shown = 10;

export function OurHistory({ follow_up }: { follow_up: FamilyFollowUp }) {
  const { t } = use_words();
  const [all, set_all] = useState(false);
  const { timeline } = follow_up;
  const entries = all ? timeline : timeline.slice(0, first_shown);
  return (
    <section className="sv-card sv-stack" aria-labelledby="history">
      <h2 id="history">{t("family.happened")}</h2>
      <Timeline plain entries={entries} />
      {entries.length < timeline.length ? (
        <button type="button" className="sv-link" onClick={() => set_all(true)}>
          {t("history.all", { count: timeline.length })}
        </button>
      ) : null}
    </section>
  );
}
