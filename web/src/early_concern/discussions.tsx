// Anonymous discussions with another service: with whom, when, what they advised. No child's name.
import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import { api, type FieldFault } from "../api/client.ts";
import type { DiscussionInput, EarlyConcern } from "../api/names.ts";
import { today_in_norway } from "../shared/dates.ts";
import { DateField, TextArea, TextField } from "../shared/fields.tsx";
import { missing } from "../shared/form.tsx";
import { Icon } from "../shared/icons.tsx";
import { use_toast } from "../shared/toasts.tsx";
import { use_action } from "../shared/use_action.ts";
import { DateText } from "../shared/when.tsx";
import { FormWindow } from "../shared/window.tsx";
import { use_words } from "../words/use_words.ts";

interface Props {
  concern: EarlyConcern;
  path: string;
  set: (concern: EarlyConcern) => void;
  read_only: boolean;
}

export function Discussions({ concern, path, set, read_only }: Props) {
  const { t } = use_words();
  const [writing, set_writing] = useState(false);
  return (
    <section className="sv-card sv-stack sv-stack--small" aria-labelledby="discussions">
      <h2 id="discussions">{t("discussion.title")}</h2>
      <p className="sv-soft">{t("discussion.text")}</p>
      {concern.discussions.length > 0 ? (
        <ul className="sv-list sv-list--lined">
          {concern.discussions.map((one) => (
            <li key={one.id}>
              <strong>{one.with_service}</strong>
              <span className="sv-soft sv-small">
                {" · "}
                <DateText date={one.held_on} />
              </span>
              <p className="sv-prose">{one.advice}</p>
            </li>
          ))}
        </ul>
      ) : null}
      {read_only ? null : (
        <div>
          <Button variant="secondary" onClick={() => set_writing(true)}>
            <Icon name="chat" /> {t("discussion.record")}
          </Button>
        </div>
      )}
      <DiscussionWindow open={writing} on_close={() => set_writing(false)} path={path} set={set} />
    </section>
  );
}

function DiscussionWindow({ open, on_close, path, set }: { open: boolean; on_close: () => void; path: string; set: Props["set"] }) {
  const { t } = use_words();
  const say = use_toast();
  const action = use_action();
  const empty: DiscussionInput = { with_service: "", held_on: today_in_norway(), advice: "" };
  const [input, set_input] = useState(empty);
  const [faults, set_faults] = useState<FieldFault[]>([]);

  async function submit() {
    const found = missing(t, { with_service: input.with_service.trim(), held_on: input.held_on, advice: input.advice.trim() });
    set_faults(found);
    if (found.length > 0) return;
    const next = await action.run(() => api.post<EarlyConcern>(`${path}/discussions`, input));
    if (!next) return;
    set(next);
    set_input(empty);
    on_close();
    say(t("discussion.saved"));
  }

  return (
    <FormWindow
      open={open}
      on_close={on_close}
      title={t("discussion.record")}
      submit_label={t("action.save")}
      pending={action.pending}
      problem={action.problem}
      faults={faults}
      on_submit={() => void submit()}
    >
      <p className="sv-soft">{t("discussion.no_name")}</p>
      <TextField
        name="with_service"
        label={t("discussion.with")}
        help={t("discussion.with_help")}
        max_length={200}
        value={input.with_service}
        on_change={(with_service) => set_input({ ...input, with_service })}
      />
      <DateField
        name="held_on"
        label={t("discussion.when")}
        max={today_in_norway()}
        value={input.held_on}
        on_change={(held_on) => set_input({ ...input, held_on })}
      />
      <TextArea
        name="advice"
        label={t("discussion.advice")}
        max_length={4000}
        value={input.advice}
        on_change={(advice) => set_input({ ...input, advice })}
      />
    </FormWindow>
  );
}
