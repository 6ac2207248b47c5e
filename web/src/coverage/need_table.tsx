// Every need by severity: how far the offers reach. Not every need is everybody's, so nothing here is called a hole.
import type { Coverage, CoverageNeed } from "../api/names.ts";
import { use_words } from "../words/use_words.ts";
import { severities, spans_text } from "./coverage.ts";
import { StandingMark } from "./standing_mark.tsx";

interface Props {
  coverage: Coverage;
  on_choose: (theme: string) => void;
}

export function NeedTable({ coverage, on_choose }: Props) {
  const { t, language } = use_words();
  const known = new Map(coverage.needs.map((need) => [`${need.theme} ${need.severity}`, need]));
  const themes = [...coverage.themes].sort((left, right) => left.name.localeCompare(right.name, language));
  function choose(theme: string) {
    on_choose(theme);
    document.getElementById("coverage-found")?.scrollIntoView({ block: "start" });
  }
  return (
    <details className="sv-more sv-need">
      <summary>{t("coverage.by_need")}</summary>
      <div className="sv-card sv-stack">
        <p className="sv-soft sv-coverage-text">{t("coverage.by_need_text")}</p>
        <div className="sv-sheet" role="region" aria-label={t("coverage.by_need")} tabIndex={0}>
          <table className="sv-heat sv-heat--needs">
            <thead>
              <tr>
                <th scope="col">{t("coverage.theme")}</th>
                {severities.map((severity) => (
                  <th key={severity} scope="col">
                    {t(`coverage.severity.${severity}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {themes.map((theme) => (
                <tr key={theme.id}>
                  <th scope="row">
                    <button type="button" className="sv-link" onClick={() => choose(theme.id)}>
                      {theme.name}
                    </button>
                  </th>
                  {severities.map((severity) => (
                    <NeedCell key={severity} need={known.get(`${theme.id} ${severity}`)} />
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </div>
    </details>
  );
}

function NeedCell({ need }: { need: CoverageNeed | undefined }) {
  const { t } = use_words();
  const standing = need?.standing ?? "none";
  return (
    <td className={`sv-heat--${standing}`}>
      <span className="sv-heat-cell">
        <span className="sv-heat-number">
          <StandingMark standing={standing} />
          {need ? need.offers.length : null}
        </span>
        <span className="sv-only-heard"> {t(`coverage.standing.${standing}`)}</span>
        {need ? <span className="sv-heat-note"> {t("coverage.note.ages", { ages: spans_text(need.ages) })}</span> : null}
        {need && need.alone.length > 0 && need.offers.length > 1 ? (
          <span className="sv-heat-note"> {t("coverage.note.alone", { ages: spans_text(need.alone) })}</span>
        ) : null}
      </span>
    </td>
  );
}
