// Somebody offers me the baton: accept, or refuse with a reason, right here.
import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import { Link } from "react-router";
import { api, type FieldFault } from "../api/client.ts";
import type { BatonAnswerInput, FollowUp, OfferSummary } from "../api/names.ts";
import { TextArea } from "../shared/fields.tsx";
import { Form, missing } from "../shared/form.tsx";
import { Icon } from "../shared/icons.tsx";
import { use_toast } from "../shared/toasts.tsx";
import { use_action } from "../shared/use_action.ts";
import { due_in_words } from "../shared/when.tsx";
import { use_words } from "../words/use_words.ts";

export function OfferCard({ offer, on_answered }: { offer: OfferSummary; on_answered: () => void }) {
  const { t, language } = use_words();
  return (
    <section className="sv-card sv-card--warm sv-offer" aria-label={t("offer.title", { name: offer.from_name })}>
      <Icon name="baton" />
      <div className="sv-stack sv-stack--small">
        <h2>{t("offer.title", { name: offer.from_name })}</h2>
        <p>
          {t("offer.about")} <Link to={`/follow-ups/${offer.follow_up}`}>{offer.child_name}</Link>
          {offer.answer_by ? ` · ${t("offer.answer_by", { date: due_in_words(offer.answer_by, t, language) })}` : ""}
        </p>
        {offer.message ? <blockquote className="sv-quote">{offer.message}</blockquote> : null}
        <OfferAnswer offer={offer.id} on_answered={on_answered} />
      </div>
    </section>
  );
}

export function OfferAnswer({ offer, on_answered }: { offer: string; on_answered: (follow_up: FollowUp) => void }) {
  const { t } = use_words();
  const say = use_toast();
  const action = use_action();
  const [refusing, set_refusing] = useState(false);
  const [reason, set_reason] = useState("");
  const [faults, set_faults] = useState<FieldFault[]>([]);

  async function answer(input: BatonAnswerInput) {
    const follow_up = await action.run(() => api.post<FollowUp>(`/v1/baton-offers/${offer}/answer`, input));
    if (!follow_up) return;
    say(input.answer === "accepted" ? t("offer.accepted") : t("offer.refused"));
    on_answered(follow_up);
  }

  function refuse() {
    const found = missing(t, { reason: reason.trim() });
    set_faults(found);
    if (found.length === 0) void answer({ answer: "refused", reason: reason.trim() });
  }

  if (!refusing) {
    return (
      <Form problem={action.problem} on_submit={() => void answer({ answer: "accepted" })}>
        <div className="sv-row">
          <Button type="submit" loading={action.pending}>
            {t("offer.accept")}
          </Button>
          <Button variant="secondary" onClick={() => set_refusing(true)}>
            {t("offer.refuse")}
          </Button>
        </div>
      </Form>
    );
  }
  return (
    <Form problem={action.problem} faults={faults} on_submit={refuse}>
      <TextArea name="reason" label={t("offer.reason")} help={t("offer.reason_help")} rows={3} value={reason} on_change={set_reason} max_length={2000} />
      <div className="sv-row">
        <Button type="submit" loading={action.pending}>
          {t("offer.refuse_send")}
        </Button>
        <Button variant="tertiary" onClick={() => set_refusing(false)}>
          {t("action.cancel")}
        </Button>
      </div>
    </Form>
  );
}
