// What many look for on the public pages and do not find. Words that name somebody are taken away here.
import { Button } from "@digdir/designsystemet-react";
import { api } from "../api/client.ts";
import type { UnansweredSearches } from "../api/names.ts";
import { use_load } from "../api/use_load.ts";
import { long_date } from "../shared/dates.ts";
import { NotLoaded, Waiting } from "../shared/loading.tsx";
import { problem_text } from "../shared/problem_text.ts";
import { use_toast } from "../shared/toasts.tsx";
import { use_action } from "../shared/use_action.ts";
import { use_words } from "../words/use_words.ts";

export function SearchesPart() {
  const { t, language } = use_words();
  const say = use_toast();
  const action = use_action();
  const loaded = use_load<UnansweredSearches>("/v1/unanswered-searches");
  const found = loaded.data;
  if (!found) return loaded.problem ? <NotLoaded loaded={loaded} /> : <Waiting />;

  async function hide(id: string) {
    const next = await action.run(() => api.post<UnansweredSearches>(`/v1/unanswered-searches/${id}/hide`));
    if (!next) return;
    loaded.set(next);
    say(t("searches.hidden"));
  }

  const heads = [t("searches.words"), t("searches.times"), t("searches.days"), t("searches.week")];
  return (
    <section className="sv-stack" aria-labelledby="searches">
      <NotLoaded loaded={loaded} />
      <div>
        <h2 id="searches">{t("searches.title")}</h2>
        <p className="sv-soft sv-coverage-text">{t("searches.text")}</p>
      </div>
      {action.problem ? (
        <p role="alert" className="sv-notice sv-notice--danger">
          {problem_text(action.problem, t)}
        </p>
      ) : null}
      {found.searches.length === 0 ? (
        <p className="sv-card sv-empty">{t("searches.none")}</p>
      ) : (
        <div className="sv-card sv-responsibility">
          <table role="table" className="sv-launch" aria-labelledby="searches">
            <thead role="rowgroup">
              <tr role="row">
                {heads.map((head) => (
                  <th key={head} role="columnheader" scope="col">
                    {head}
                  </th>
                ))}
                <th role="columnheader" scope="col">
                  <span className="sv-only-heard">{t("responsibility.do")}</span>
                </th>
              </tr>
            </thead>
            <tbody role="rowgroup">
              {found.searches.map((one) => (
                <tr key={one.id} role="row">
                  <th role="rowheader" scope="row">
                    {one.words}
                  </th>
                  <td role="cell" data-label={heads[1]}>
                    {one.times}
                  </td>
                  <td role="cell" data-label={heads[2]}>
                    {one.days}
                  </td>
                  <td role="cell" data-label={heads[3]}>
                    {t("searches.week_of", { date: long_date(one.last_week, language) })}
                  </td>
                  <td role="cell">
                    <div className="sv-responsibility-do">
                      <Button variant="tertiary" data-size="sm" aria-label={`${t("searches.hide")}: ${one.words}`} onClick={() => void hide(one.id)}>
                        {t("searches.hide")}
                      </Button>
                    </div>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {found.rare > 0 ? <p className="sv-soft">{t("searches.rare", { count: found.rare })}</p> : null}
    </section>
  );
}
