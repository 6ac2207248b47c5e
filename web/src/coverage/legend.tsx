// What the signs and colours of the map mean.
import { use_words } from "../words/use_words.ts";
import { StandingMark } from "./standing_mark.tsx";

const standings = ["hole", "partial", "single", "weak", "covered", "none"] as const;

export function Legend() {
  const { t } = use_words();
  return (
    <ul className="sv-legend" aria-label={t("coverage.legend")}>
      {standings.map((standing) => (
        <li key={standing}>
          <span className={`sv-heat-sign sv-heat--${standing}`}>
            <StandingMark standing={standing} />
          </span>
          {t(`coverage.standing.${standing}`)}
        </li>
      ))}
    </ul>
  );
}
