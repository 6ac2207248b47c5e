// The same as the map, as a list: for whoever would rather read than look.
import type { Coverage } from "../api/names.ts";
import { use_words } from "../words/use_words.ts";
import { ages_text, cell_in, cell_text, offers_of, severities, type WayIn } from "./coverage.ts";
import { StandingMark } from "./standing_mark.tsx";

const named_max = 3;

export function HeatList({ coverage, ways }: { coverage: Coverage; ways: WayIn[] }) {
  const { t } = use_words();
  const find = cell_in(coverage);
  const find_offers = offers_of(coverage);
  return (
    <div className="sv-stack sv-stack--wide">
      {ways.map((way) => (
        <section key={way} className="sv-stack" aria-labelledby={`coverage-${way}`}>
          <h3 id={`coverage-${way}`}>{t(`coverage.way.${way}`)}</h3>
          {severities.map((severity) => {
            const cells = coverage.age_groups.flatMap((ages) => find(way, severity, ages) ?? []);
            return (
              <div key={severity}>
                <h4>{t(`coverage.severity.${severity}`)}</h4>
                {cells.every((cell) => cell.standing === "none") ? (
                  <p className="sv-soft">{t("coverage.none_expected")}</p>
                ) : (
                  <ul className="sv-heat-list">
                    {cells.map((cell) => {
                      const offers = find_offers(cell.offers);
                      const names = offers.slice(0, named_max).map((offer) => offer.name);
                      const more = offers.length - names.length;
                      return (
                        <li key={cell.ages.from}>
                          <span className={`sv-heat-sign sv-heat--${cell.standing}`}>
                            <StandingMark standing={cell.standing} />
                          </span>
                          <span>
                            <strong>{ages_text(cell.ages, t)}:</strong> {cell_text(cell, t)}
                            {names.length > 0 ? ` – ${names.join(" · ")}` : null}
                            {more > 0 ? <> {t("coverage.and_more", { count: more })}</> : null}
                          </span>
                        </li>
                      );
                    })}
                  </ul>
                )}
              </div>
            );
          })}
        </section>
      ))}
    </div>
  );
}
