// How one wants to be reminded: an e-mail on working days that only counts, and a calendar of one's own dates.
import "./reminders.css";
import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import { api } from "../api/client.ts";
import type { Reminders, RemindersInput } from "../api/names.ts";
import { use_load } from "../api/use_load.ts";
import { TextField, YesField } from "../shared/fields.tsx";
import { Form } from "../shared/form.tsx";
import { Icon } from "../shared/icons.tsx";
import { WhenLoaded } from "../shared/loading.tsx";
import { use_title } from "../shared/title.ts";
import { use_toast } from "../shared/toasts.tsx";
import { use_action } from "../shared/use_action.ts";
import { use_words } from "../words/use_words.ts";
import { CalendarCard } from "./calendar_card.tsx";

export default function RemindersPage() {
  const { t } = use_words();
  const loaded = use_load<Reminders>("/v1/reminders");
  use_title(t("reminders.title"));
  return (
    <WhenLoaded loaded={loaded}>
      {(reminders) => (
        <div className="sv-page sv-page--narrow sv-stack">
          <h1 tabIndex={-1}>{t("reminders.title")}</h1>
          <p className="sv-lead">{t("reminders.lead")}</p>
          <DigestCard reminders={reminders} set={loaded.set} />
          <CalendarCard reminders={reminders} set={loaded.set} />
        </div>
      )}
    </WhenLoaded>
  );
}

function DigestCard({ reminders, set }: { reminders: Reminders; set: (reminders: Reminders) => void }) {
  const { t } = use_words();
  const say = use_toast();
  const action = use_action();
  const [email, set_email] = useState(reminders.email ?? "");
  const [wanted, set_wanted] = useState(reminders.daily_digest);
  const changed = email.trim() !== (reminders.email ?? "") || wanted !== reminders.daily_digest;

  async function save() {
    const input: RemindersInput = { email: email.trim(), daily_digest: wanted };
    const stored = await action.run(() => api.put<Reminders>("/v1/reminders", input));
    if (!stored) return;
    set(stored);
    set_email(stored.email ?? "");
    say(t("reminders.saved"));
  }

  return (
    <section className="sv-card sv-stack" aria-labelledby="digest">
      <h2 id="digest">{t("reminders.digest")}</h2>
      <p>{t("reminders.digest_text")}</p>
      <dl className="sv-contains">
        <dt>{t("reminders.contains")}</dt>
        <dd>{t("reminders.contains_text")}</dd>
        <dt>{t("reminders.never_contains")}</dt>
        <dd>{t("reminders.never_contains_text")}</dd>
      </dl>
      {reminders.mail_on ? null : (
        <p className="sv-notice sv-notice--warm">
          <Icon name="info" /> <span>{t("reminders.mail_off")}</span>
        </p>
      )}
      <Form problem={action.problem} on_submit={() => void save()}>
        <TextField
          name="email"
          type="email"
          label={t("reminders.email")}
          help={t("reminders.email_help")}
          value={email}
          max_length={254}
          autocomplete="email"
          optional={!wanted}
          on_change={set_email}
        />
        <YesField label={t("reminders.wanted")} help={t("reminders.wanted_help")} value={wanted} on_change={set_wanted} />
        <div>
          <Button type="submit" loading={action.pending} disabled={!changed}>
            {t("reminders.save")}
          </Button>
        </div>
      </Form>
    </section>
  );
}
