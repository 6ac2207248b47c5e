// What the checker says of the whole, above the workroom: sound or not, and a list that leads to each part.
import { Icon } from "../shared/icons.tsx";
import { problem_text } from "../shared/problem_text.ts";
import { use_words, type Words } from "../words/use_words.ts";
import { fault_word } from "./adapt_words.ts";
import { use_scope } from "./edit_scope.tsx";
import type { PlacedFinding } from "./marks.ts";
import type { Check } from "./use_check.ts";

export function CheckStrip({ check, on_go }: { check: Check; on_go: (finding: PlacedFinding) => void }) {
  const { t } = use_words();
  const { findings } = use_scope();
  const wrong = (check.answer?.scenarios ?? []).filter((one) => !one.holds).length;
  const sound = check.answer !== undefined && check.answer.sound && findings.length === 0 && wrong === 0;
  const said = said_of(check, sound, findings.length, wrong, t);
  const look = check.problem ? "" : sound ? " sv-notice--good" : check.answer ? " sv-notice--warm" : "";
  return (
    <div className={`sv-notice sv-check${look}`}>
      <Icon name={sound ? "check" : "alert"} />
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

/// Each fault in words, the part it is at, and the checker's own sentence below, smaller.
export function FindingList({ findings, on_go }: { findings: PlacedFinding[]; on_go?: (finding: PlacedFinding) => void }) {
  const { t } = use_words();
  const { telling } = use_scope();
  return (
    <ul className="sv-list sv-findings">
      {findings.map((finding, place) => (
        <li key={`${finding.fault}${finding.where}${place}`}>
          <p>
            {on_go ? (
              <button type="button" className="sv-link sv-strong" onClick={() => on_go(finding)}>
                {telling.titles.get(finding.title_of) ?? finding.where}
              </button>
            ) : null}{" "}
            {fault_word(t, finding.fault)}
          </p>
          <p className="sv-small" lang="en">
            {finding.why}
          </p>
        </li>
      ))}
    </ul>
  );
}
