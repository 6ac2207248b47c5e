// What has happened, newest first.
import { useState } from "react";
import { Timeline } from "../shared/timeline.tsx";
import { use_words } from "../words/use_words.ts";
import { use_follow_up } from "./scope.tsx";

const first_shown = 30;

export function HistoryPart() {
  const { t } = use_words();
  const { follow_up } = use_follow_up();
  const [all, set_all] = useState(false);
  const entries = all ? follow_up.timeline : follow_up.timeline.slice(0, first_shown);
  return (
    <section className="sv-card sv-stack" aria-labelledby="history">
      <h2 id="history">{t("part.history")}</h2>
      <Timeline entries={entries} />
      {entries.length < follow_up.timeline.length ? (
        <button type="button" className="sv-link" onClick={() => set_all(true)}>
          {t("history.all", { count: follow_up.timeline.length })}
        </button>
      ) : null}
    </section>
  );
}
