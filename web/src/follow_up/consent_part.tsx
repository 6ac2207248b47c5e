// What has been said yes to, by whom and until when; a new consent; and who has looked.
import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import { api } from "../api/client.ts";
import type { Consent, FollowUp } from "../api/names.ts";
import { AccessLogCard } from "../shared/access_log_card.tsx";
import { ConsentItem } from "../shared/consent_item.tsx";
import { TextArea } from "../shared/fields.tsx";
import { Icon } from "../shared/icons.tsx";
import { FormWindow } from "../shared/window.tsx";
import { use_words } from "../words/use_words.ts";
import { NewConsentWindow } from "./new_consent_window.tsx";
import { use_follow_up, use_send } from "./scope.tsx";

export function ConsentPart() {
  const { t } = use_words();
  const { follow_up, may } = use_follow_up();
  const [adding, set_adding] = useState(false);
  const [withdrawing, set_withdrawing] = useState<Consent | null>(null);
  const lead = may("lead") && follow_up.state === "open";
  const now = follow_up.consents.filter((one) => one.state === "in_force");
  const before = follow_up.consents.filter((one) => one.state !== "in_force");
  return (
    <div className="sv-stack">
      <section className="sv-card sv-stack" aria-labelledby="consent">
        <div className="sv-row sv-row--between">
          <h2 id="consent">{t("consent.title")}</h2>
          {lead ? (
            <Button variant="secondary" onClick={() => set_adding(true)}>
              <Icon name="plus" /> {t("consent.new")}
            </Button>
          ) : null}
        </div>
        {now.length === 0 ? <p className="sv-empty">{t("consent.none")}</p> : null}
        <ul className="sv-list sv-list--lined">
          {now.map((one) => (
            <li key={one.id} className="sv-stack sv-stack--small">
              <ConsentItem consent={one} />
              {lead ? (
                <div>
                  <Button variant="tertiary" data-size="sm" onClick={() => set_withdrawing(one)}>
                    {t("consent.withdraw_record")}
                    <span className="sv-only-heard">: {one.giver_name}</span>
                  </Button>
                </div>
              ) : null}
            </li>
          ))}
        </ul>
        {before.length > 0 ? (
          <details className="sv-more">
            <summary>{t("consent.before", { count: before.length })}</summary>
            <ul className="sv-list sv-list--lined sv-more__content">
              {before.map((one) => (
                <li key={one.id}>
                  <ConsentItem consent={one} />
                </li>
              ))}
            </ul>
          </details>
        ) : null}
      </section>
      <AccessLogCard follow_up={follow_up.id} />
      <NewConsentWindow open={adding} on_close={() => set_adding(false)} />
      <WithdrawWindow consent={withdrawing} on_close={() => set_withdrawing(null)} />
    </div>
  );
}

function WithdrawWindow({ consent, on_close }: { consent: Consent | null; on_close: () => void }) {
  const { t } = use_words();
  const { path } = use_follow_up();
  const { action, send } = use_send();
  const [reason, set_reason] = useState("");

  async function submit() {
    if (!consent) return;
    const input = reason.trim() ? { reason: reason.trim() } : {};
    if (!(await send(() => api.post<FollowUp>(`${path}/consents/${consent.id}/withdraw`, input), t("consent.withdrawn")))) return;
    set_reason("");
    on_close();
  }

  return (
    <FormWindow
      open={consent !== null}
      on_close={on_close}
      title={t("consent.withdraw_title", { name: consent?.giver_name ?? "" })}
      submit_label={t("consent.withdraw_record")}
      pending={action.pending}
      problem={action.problem}
      on_submit={() => void submit()}
    >
      <p>{t("consent.withdraw_staff")}</p>
      <TextArea name="reason" label={t("consent.withdraw_reason")} help={t("consent.withdraw_reason_help")} optional rows={3} max_length={2000} value={reason} on_change={set_reason} />
    </FormWindow>
  );
}
