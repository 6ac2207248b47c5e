// Who has looked at the log, newest first. The family and the team see the same list.
import { useState } from "react";
import type { AccessLog } from "../api/names.ts";
import { use_load } from "../api/use_load.ts";
import { use_words, type WordKey } from "../words/use_words.ts";
import { Icon } from "./icons.tsx";
import { problem_text } from "./problem_text.ts";
import { group_looks } from "./looks.ts";
import { InstantText } from "./when.tsx";

const first_shown = 10;

export function AccessLogCard({ follow_up }: { follow_up: string }) {
  const { t } = use_words();
  const log = use_load<AccessLog>(`/v1/follow-ups/${follow_up}/access-log`);
  const [all, set_all] = useState(false);
  const looks = group_looks(log.data?.looks ?? []);
  return (
    <section className="sv-card sv-stack sv-stack--small" aria-labelledby="looks">
      <h2 id="looks">
        <Icon name="eye" /> {t("looks.title")}
      </h2>
      <p className="sv-soft">{t("looks.text")}</p>
      {log.problem ? <p className="sv-notice sv-notice--warm">{problem_text(log.problem, t)}</p> : null}
      {log.data && looks.length === 0 ? <p className="sv-empty">{t("looks.none")}</p> : null}
      <ul className="sv-list sv-list--lined">
        {(all ? looks : looks.slice(0, first_shown)).map((look, place) => (
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
      {!all && looks.length > first_shown ? (
        <button type="button" className="sv-link" onClick={() => set_all(true)}>
          {t("looks.all", { count: looks.length })}
        </button>
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
