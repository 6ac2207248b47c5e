// The address of one's own calendar. The server shows it once and stores only its hash, so it lives in this
// component and is gone with it.
import { Button, Field, Label } from "@digdir/designsystemet-react";
import { useEffect, useId, useRef, useState } from "react";
import { api } from "../api/client.ts";
import type { CalendarAddress, Reminders } from "../api/names.ts";
import { Icon } from "../shared/icons.tsx";
import { problem_text } from "../shared/problem_text.ts";
import { use_toast } from "../shared/toasts.tsx";
import { use_action } from "../shared/use_action.ts";
import { use_words } from "../words/use_words.ts";

export function CalendarCard({ reminders, set }: { reminders: Reminders; set: (reminders: Reminders) => void }) {
  const { t } = use_words();
  const say = use_toast();
  const action = use_action();
  const [address, set_address] = useState<string>();

  async function make() {
    const made = await action.run(() => api.post<CalendarAddress>("/v1/reminders/calendar"));
    if (!made) return;
    set_address(made.url);
    set({ ...reminders, calendar: true });
  }

  async function withdraw() {
    const done = await action.run(async () => {
      await api.post("/v1/reminders/calendar/withdraw");
      return true;
    });
    if (!done) return;
    set_address(undefined);
    set({ ...reminders, calendar: false });
    say(t("reminders.calendar_ended"));
  }

  return (
    <section className="sv-card sv-stack" aria-labelledby="calendar">
      <h2 id="calendar">{t("reminders.calendar")}</h2>
      <p>{t("reminders.calendar_text")}</p>
      <p className="sv-soft">{t("reminders.calendar_contains")}</p>
      {action.problem ? (
        <p role="alert" className="sv-notice sv-notice--danger">
          <Icon name="alert" /> <span>{problem_text(action.problem, t)}</span>
        </p>
      ) : null}
      {address ? <NewAddress address={address} /> : null}
      <p role="status">{address ? null : t(reminders.calendar ? "reminders.calendar_on" : "reminders.calendar_off")}</p>
      <div className="sv-row">
        <Button variant={reminders.calendar ? "secondary" : "primary"} loading={action.pending} onClick={() => void make()}>
          {t(reminders.calendar ? "reminders.calendar_renew" : "reminders.calendar_make")}
        </Button>
        {reminders.calendar ? (
          <Button variant="tertiary" disabled={action.pending} onClick={() => void withdraw()}>
            {t("reminders.calendar_withdraw")}
          </Button>
        ) : null}
      </div>
      {reminders.calendar ? <p className="sv-small sv-soft">{t("reminders.calendar_renew_help")}</p> : null}
    </section>
  );
}

function NewAddress({ address }: { address: string }) {
  const { t } = use_words();
  const say = use_toast();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [by_hand, set_by_hand] = useState(false);
  useEffect(() => field.current?.focus(), [address]);

  async function copy() {
    try {
      await navigator.clipboard.writeText(address);
      say(t("reminders.copied"));
    } catch {
      // Not every browser lets a page copy; the address is marked, for copying by hand.
      field.current?.focus();
      field.current?.select();
      set_by_hand(true);
    }
  }

  return (
    <div className="sv-notice sv-notice--warm">
      <Icon name="calendar" />
      <div className="sv-stack sv-stack--small sv-address">
        <p className="sv-strong">{t("reminders.address_once")}</p>
        <Field className="sv-field">
          <Label htmlFor={id}>{t("reminders.address")}</Label>
          <input id={id} ref={field} className="ds-input" readOnly value={address} onFocus={(event) => event.target.select()} />
        </Field>
        <div>
          <Button data-size="sm" onClick={() => void copy()}>
            {t("reminders.copy")}
          </Button>
        </div>
        {by_hand ? <p role="status">{t("reminders.copy_by_hand")}</p> : null}
        <p>{t("reminders.address_use")}</p>
        <p>{t("reminders.address_secret")}</p>
      </div>
    </div>
  );
}
