// What the checker says of the whole, above the workroom: sound or not, and a list that leads to each part.
import { Link } from "react-router";
import { Icon } from "../shared/icons.tsx";
import { problem_text } from "../shared/problem_text.ts";
import { use_words, type Words } from "../words/use_words.ts";
import { fault_word, field_word } from "./adapt_words.ts";
import { say } from "./definition.ts";
import { use_scope } from "./edit_scope.tsx";
import { grouped, type PlacedFinding } from "./marks.ts";
import type { Check } from "./use_check.ts";

export function CheckStrip({ check, base, on_go }: { check: Check; base: string; on_go: (finding: PlacedFinding) => void }) {
  const { t } = use_words();
  const { findings } = use_scope();
  const wrong = (check.answer?.scenarios ?? []).filter((one) => !one.holds).length;
  const sound = check.answer !== undefined && check.answer.sound && findings.length === 0 && wrong === 0;
  const said = said_of(check, sound, findings.length, wrong, t);
  const look = check.problem ? "" : sound ? " sv-notice--good" : check.answer ? " sv-notice--warm" : "";
  return (
    <div className={`sv-notice sv-check${look}`}>
      <Icon name={sound ? "check" : check.answer || check.problem ? "alert" : "info"} />
      <div>
        <p className="sv-row sv-row--between">
          <span role="status" aria-live="polite">
            {said}
          </span>
          <span className="sv-small" aria-hidden="true">
            {check.checking ? t("adapt.check.checking") : ""}
          </span>
        </p>
        {findings.length > 0 ? (
          <details className="sv-more">
            <summary>{t("adapt.check.show")}</summary>
            <FindingList findings={findings} on_go={on_go} />
          </details>
        ) : null}
        {wrong > 0 ? (
          <p>
            <Link to={`${base}/try/scenarios`} preventScrollReset>
              {t("adapt.check.see_scenarios")}
            </Link>
          </p>
        ) : null}
      </div>
    </div>
  );
}

function said_of(check: Check, sound: boolean, faults: number, wrong: number, t: Words): string {
  if (check.problem) return problem_text(check.problem, t);
  if (check.answer === undefined) return t("adapt.check.waiting");
  if (sound) return t("adapt.check.sound");
  const said = [faults > 0 ? t("adapt.check.faults", { count: faults }) : null, wrong > 0 ? t("adapt.check.scenarios", { count: wrong }) : null].filter((text) => text !== null);
  return said.length > 0 ? said.join(" ") : t("adapt.check.not_sound");
}

interface ListProps {
  findings: PlacedFinding[];
  on_go?: (finding: PlacedFinding) => void;
  /// Without the part's name, where one stands at the part.
  unnamed?: boolean;
}

/// The checker's own sentences are in English only: folded away for those who read another language.
function Whys({ whys }: { whys: string[] }) {
  const { t, language } = use_words();
  const said = (
    <p className="sv-small" lang="en">
      {whys.join(" ")}
    </p>
  );
  if (language === "en") return said;
  return (
    <details className="sv-more sv-small">
      <summary>{t("adapt.check.in_english")}</summary>
      {said}
    </details>
  );
}

/// Each fault in words, the part it is at, and the checker's own sentences below, smaller.
export function FindingList({ findings, on_go, unnamed = false }: ListProps) {
  const { t, language } = use_words();
  return (
    <ul className="sv-list sv-findings">
      {grouped(findings).map(({ first, fields, inner, whys }) => {
        const title = say(first.title, language) || first.where;
        const about = [...inner.map((one) => say(one, language)), ...fields.map((field) => field_word(t, field))].filter(Boolean);
        return (
          <li key={`${first.fault}${first.where}`}>
            <p>
              {on_go ? (
                <button type="button" className="sv-link sv-strong" onClick={() => on_go(first)}>
                  {title}
                </button>
              ) : null}
              {on_go || unnamed ? null : <strong>{title}</strong>} {fault_word(t, first.fault)}
              {about.length > 0 ? <span> {about.map((word) => t("adapt.quoted", { word })).join(", ")}</span> : null}
            </p>
            <Whys whys={whys} />
          </li>
        );
      })}
    </ul>
  );
}
