// For leaders: how many follow-ups have a break, and the way to them. No names.
import { Link } from "react-router";
import type { Breaks } from "../api/names.ts";
import { use_load } from "../api/use_load.ts";
import { Icon } from "../shared/icons.tsx";
import { problem_text } from "../shared/problem_text.ts";
import { use_words } from "../words/use_words.ts";

export function BreaksCard() {
  const { t } = use_words();
  const { data, problem } = use_load<Breaks>("/v1/breaks");
  if (problem && !data) {
    return (
      <section className="sv-card sv-stack sv-stack--small" aria-labelledby="breaks">
        <h2 id="breaks">{t("breaks.card")}</h2>
        <p className="sv-notice sv-notice--warm">{problem_text(problem, t)}</p>
      </section>
    );
  }
  if (!data) return null;
  const well = data.broken === 0;
  return (
    <section className={well ? "sv-card" : "sv-card sv-card--warm"} aria-labelledby="breaks">
      <h2 id="breaks">{t("breaks.card")}</h2>
      <p className="sv-count">
        <strong>{data.broken}</strong> {t("breaks.of_open", { count: data.open })}
      </p>
      <Link to="/breaks" className="sv-onward">
        {well ? t("breaks.see_all") : t("breaks.see")} <Icon name="arrow" />
      </Link>
    </section>
  );
}
