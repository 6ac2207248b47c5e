// Who must consent and who must be heard, and why; and what to do when somebody says no.
import { Button } from "@digdir/designsystemet-react";
import { Link } from "react-router";
import type { ConsentNeeds } from "../api/names.ts";
import { Icon } from "../shared/icons.tsx";
import { use_words } from "../words/use_words.ts";
import type { LogDraft } from "./log_draft.ts";

export function NeedsStep({ needs, draft }: { needs: ConsentNeeds; draft: LogDraft }) {
  const { t } = use_words();
  return (
    <>
      <p>{t("needs.lead", { name: draft.child.given_name, age: needs.age })}</p>
      <ul className="sv-list sv-stack sv-stack--small">
        {needs.needs.map((need, place) => (
          <li key={`${need.who}-${need.need}`} className="sv-need">
            <Icon name={need.need === "consent" ? "check" : "chat"} />
            <div>
              <p className="sv-strong">
                {t(`needs.${need.who}`)} {t(need.need === "consent" ? "needs.consents" : "needs.is_heard")}
              </p>
              {need.reason === needs.needs[place - 1]?.reason ? null : (
                <>
                  <p>{need.reason}</p>
                  {need.legal_basis ? <p className="sv-small sv-soft">{need.legal_basis}</p> : null}
                </>
              )}
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}

/// No consent, no log; but never nothing to do.
export function WithoutConsent({ early_concern, on_back }: { early_concern: string | undefined; on_back: () => void }) {
  const { t } = use_words();
  return (
    <section className="sv-card sv-stack">
      <h2 id="log-step" tabIndex={-1}>
        {t("without.title")}
      </h2>
      <p>{t("without.lead")}</p>
      <ol className="sv-numbered">
        <li>
          <strong>{t("without.listen")}</strong>
          <span>{t("without.listen_text")}</span>
        </li>
        <li>
          <strong>{t("without.own")}</strong>
          <span>{t("without.own_text")}</span>
        </li>
        <li>
          <strong>{t("without.paper")}</strong>
          <span>{t("without.paper_text")}</span>
        </li>
        <li>
          <strong>{t("without.discuss")}</strong>
          <span>{t("without.discuss_text")}</span>
        </li>
        <li>
          <strong>{t("without.duty")}</strong>
          <span>{t("without.duty_text")}</span>
        </li>
      </ol>
      <div className="sv-row">
        <Button variant="secondary" onClick={on_back}>
          {t("without.back")}
        </Button>
        <Link to={early_concern ? `/early-concerns/${early_concern}` : "/early-concerns/new"}>
          {early_concern ? t("without.to_concern") : t("workbench.write_concern")}
        </Link>
      </div>
    </section>
  );
}
