// One consent, to read: who, what, which services, until when.
import type { Consent } from "../api/names.ts";
import { use_words } from "../words/use_words.ts";
import { DateText } from "./when.tsx";

export function ConsentItem({ consent }: { consent: Consent }) {
  const { t } = use_words();
  return (
    <div>
      <div className="sv-row sv-row--between">
        <strong>{consent.giver_name}</strong>
        <span className={consent.state === "in_force" ? "sv-tag sv-tag--good" : "sv-tag"}>{t(`consent_state.${consent.state}`)}</span>
      </div>
      <p>{consent.unit_names.join(", ")}</p>
      <p className="sv-small sv-soft">
        {consent.purposes.map((purpose) => t(`purpose.${purpose}`)).join(", ")} ·{" "}
        {consent.topics.map((topic) => t(`topic.${topic}`)).join(", ")}
      </p>
      <p className="sv-small sv-soft">
        {t("consent.given_on")} <DateText date={consent.given_on} /> ({t(`way.${consent.how}`)}
        {consent.interpreter ? `, ${t("consent.with_interpreter")}` : ""}) · {t("consent.valid_until")}{" "}
        <DateText date={consent.valid_until} />
      </p>
      {consent.who === "child" ? (
        <p className="sv-small sv-soft">{t(consent.guardians_may_see ? "consent.guardians_may_see" : "consent.guardians_may_not_see")}</p>
      ) : null}
    </div>
  );
}
