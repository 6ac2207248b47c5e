// Who has looked at the log, newest first, page by page. The family and the team see the same list.
import { Button } from "@digdir/designsystemet-react";
import { useEffect, useState } from "react";
import { api } from "../api/client.ts";
import type { AccessLog } from "../api/names.ts";
import { use_load } from "../api/use_load.ts";
import { use_words, type WordKey } from "../words/use_words.ts";
import { Icon } from "./icons.tsx";
import { problem_text } from "./problem_text.ts";
import { group_looks } from "./looks.ts";
import { use_action } from "./use_action.ts";
import { InstantText } from "./when.tsx";

const first_shown = 10;
const more_shown = 20;

export function AccessLogCard({ follow_up }: { follow_up: string }) {
  const { t } = use_words();
  const path = `/v1/follow-ups/${follow_up}/access-log`;
  const log = use_load<AccessLog>(path);
  const [older, set_older] = useState<AccessLog[]>([]);
  const [shown, set_shown] = useState(first_shown);
  const reading = use_action();
  // A first page read anew ends somewhere else, and so the older pages begin somewhere else.
  useEffect(() => set_older([]), [log.data]);
  const pages = log.data ? [log.data, ...older] : [];
  const looks = group_looks(pages.flatMap((page) => page.looks));
  const next = pages[pages.length - 1]?.next;

  async function show_older() {
    if (next && looks.length <= shown) {
      const page = await reading.run(() => api.get<AccessLog>(`${path}?before=${encodeURIComponent(next)}`));
      if (!page) return;
      set_older((pages) => [...pages, page]);
    }
    set_shown((count) => count + more_shown);
  }

  return (
    <section className="sv-card sv-stack sv-stack--small" aria-labelledby="looks">
      <h2 id="looks">
        <Icon name="eye" /> {t("looks.title")}
      </h2>
      <p className="sv-soft">{t("looks.text")}</p>
      {log.problem ? <p className="sv-notice sv-notice--warm">{problem_text(log.problem, t)}</p> : null}
      {log.data && looks.length === 0 ? <p className="sv-empty">{t("looks.none")}</p> : null}
      <ul className="sv-list sv-list--lined">
        {looks.slice(0, shown).map((look, place) => (
          <li key={`${look.at}-${place}`} className="sv-look">
            <div>
              <strong>{look.name}</strong>
              {look.profession ? `, ${in_sentence(t(`profession.${look.profession}`))}` : ""}
              {look.unit_name ? ` · ${look.unit_name}` : ""}
              <div className="sv-small sv-soft">{ground_word(look.purpose, t)}</div>
            </div>
            <span className="sv-small sv-soft">
              <InstantText instant={look.at} />
              {look.times > 1 ? <> · {t("looks.times", { count: look.times })}</> : null}
            </span>
          </li>
        ))}
      </ul>
      {reading.problem ? <p className="sv-notice sv-notice--warm">{problem_text(reading.problem, t)}</p> : null}
      {looks.length > shown || next ? (
        <div>
          <Button variant="secondary" data-size="sm" loading={reading.pending} onClick={() => void show_older()}>
            {t("looks.older")}
          </Button>
        </div>
      ) : null}
    </section>
  );
}

/// "Lærer" is "lærer" in a sentence; "BTI-koordinator" stays as it is.
function in_sentence(word: string): string {
  return /^.[A-ZÆØÅ]/.test(word) ? word : word.charAt(0).toLowerCase() + word.slice(1);
}

const known_grounds = new Set([
  "team", "holder", "holder_without_consent", "offered", "unit_leader", "coordinator", "child", "guardian",
]);

function ground_word(ground: string, t: (key: WordKey) => string): string {
  return known_grounds.has(ground) ? t(`look_ground.${ground}` as WordKey) : "";
}
