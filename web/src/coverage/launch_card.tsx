// The low-threshold services against the four criteria of the guideline's launch: yes or no, and why.
import type { Coverage, LaunchAnswer } from "../api/names.ts";
import { Icon } from "../shared/icons.tsx";
import { use_words, type Words } from "../words/use_words.ts";
import { list_text, offer_ages, offers_of, spans_text } from "./coverage.ts";

type Criterion = LaunchAnswer["criteria"][number];
const criteria = ["no_referral", "in_addition", "easily_reached", "multidisciplinary"] as const;

export function LaunchCard({ coverage }: { coverage: Coverage }) {
  const { t } = use_words();
  const find = offers_of(coverage);
  const missing = coverage.launch_missing;
  return (
    <section className="sv-card sv-stack" aria-labelledby="coverage-launch">
      <div>
        <h2 id="coverage-launch">{t("coverage.launch")}</h2>
        <p className="sv-soft sv-coverage-text">{t("coverage.launch_text")}</p>
      </div>
      <p className={missing.length > 0 ? "sv-notice sv-notice--warm" : "sv-soft"}>
        {missing.length > 0 ? t("coverage.launch_missing", { ages: spans_text(missing) }) : t("coverage.launch_all")}
      </p>
      {coverage.launch.length === 0 ? (
        <p className="sv-empty">{t("coverage.launch_none")}</p>
      ) : (
        <table role="table" className="sv-launch" aria-labelledby="coverage-launch">
          <thead role="rowgroup">
            <tr role="row">
              <th role="columnheader" scope="col">
                {t("coverage.offer")}
              </th>
              {criteria.map((criterion) => (
                <th key={criterion} role="columnheader" scope="col">
                  {t(`coverage.criterion.${criterion}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {coverage.launch.map((answer) => {
              const offer = find([answer.offer])[0];
              return (
                <tr key={answer.offer} role="row">
                  <th role="rowheader" scope="row">
                    {offer?.name ?? answer.offer}
                    {offer ? <span className="sv-hint">{offer_ages(offer.ages, t)}</span> : null}
                  </th>
                  {answer.criteria.map((one) => (
                    <td key={one.criterion} role="cell" data-label={t(`coverage.criterion.${one.criterion}`)}>
                      <span className={one.met ? "sv-launch-met" : "sv-launch-unmet"}>
                        <Icon name={one.met ? "check" : "close"} /> {one.met ? t("form.yes") : t("form.no")}
                      </span>
                      <span className="sv-hint">{reason_text(one, t)}</span>
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </section>
  );
}

function reason_text(one: Criterion, t: Words): string {
  const words = one.what.map((what) => t(`coverage.what.${what}` as "coverage.what.phone"));
  return t(`coverage.reason.${one.reason}`, { what: list_text(words, t("coverage.and")) });
}
