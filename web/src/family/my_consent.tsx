// What the family has said yes to, and taking it back: one says what happens before it happens, and needs
// to give no reason.
import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import { api } from "../api/client.ts";
import type { Consent, FamilyFollowUp } from "../api/names.ts";
import { ConsentItem } from "../shared/consent_item.tsx";
import { TextArea } from "../shared/fields.tsx";
import { use_toast } from "../shared/toasts.tsx";
import { use_action } from "../shared/use_action.ts";
import { FormWindow } from "../shared/window.tsx";
import { use_words } from "../words/use_words.ts";
import { who_said_yes } from "./said_yes.ts";

export function MyConsent({ follow_up, reload }: { follow_up: FamilyFollowUp; reload: () => Promise<void> }) {
  const { t } = use_words();
  const say = use_toast();
  const action = use_action();
  const [taking_back, set_taking_back] = useState<Consent | null>(null);
  const [reason, set_reason] = useState("");
  const mine = follow_up.consents.filter((consent) => consent.mine);
  const others = follow_up.consents.filter((consent) => !consent.mine);

  async function withdraw() {
    if (!taking_back) return;
    const done = await action.run(async () => {
      const input = reason.trim() ? { reason: reason.trim() } : {};
      await api.post(`/v1/follow-ups/${follow_up.id}/consents/${taking_back.id}/withdraw`, input);
      return true;
    });
    if (!done) return;
    set_taking_back(null);
    set_reason("");
    say(t("consent.withdrawn"));
    await reload();
  }

  return (
    <section className="sv-card sv-stack" aria-labelledby="consent">
      <div>
        <h2 id="consent">{mine.length > 0 ? t("family.consent") : t("family.way_consent")}</h2>
        <p className="sv-soft">{mine.length > 0 ? t("family.consent_text") : t(who_said_yes(follow_up))}</p>
      </div>
      <ul className="sv-list sv-list--lined">
        {mine.map((consent) => (
          <li key={consent.id} className="sv-stack sv-stack--small">
            <ConsentItem consent={consent} />
            {consent.state === "in_force" ? (
              <div>
                <Button variant="secondary" data-size="sm" onClick={() => set_taking_back(consent)}>
                  {t("family.take_back")}
                </Button>
              </div>
            ) : null}
          </li>
        ))}
      </ul>
      {others.length > 0 ? (
        <details className="sv-more">
          <summary>{t("family.others_consent", { count: others.length })}</summary>
          <ul className="sv-list sv-list--lined sv-more__content">
            {others.map((consent) => (
              <li key={consent.id}>
                <ConsentItem consent={consent} />
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      <FormWindow
        open={taking_back !== null}
        on_close={() => set_taking_back(null)}
        title={t("family.take_back_title")}
        submit_label={t("family.take_back_yes")}
        pending={action.pending}
        problem={action.problem}
        on_submit={() => void withdraw()}
      >
        <p>{t("family.take_back_what")}</p>
        <ul className="sv-dots">
          <li>{t("family.take_back_1")}</li>
          <li>{t("family.take_back_2")}</li>
          <li>{t("family.take_back_3")}</li>
        </ul>
        <TextArea name="reason" label={t("consent.withdraw_reason")} help={t("consent.withdraw_reason_help")} optional rows={3} max_length={2000} value={reason} on_change={set_reason} />
      </FormWindow>
    </section>
  );
}
