// The child's and the guardians' own words, in their own place. Staff may write them down on their behalf,
// and it is always said who did.
import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import { api, type FieldFault } from "../api/client.ts";
import type { FollowUp } from "../api/names.ts";
import { RadioField, TextArea } from "../shared/fields.tsx";
import { missing } from "../shared/form.tsx";
import { Icon } from "../shared/icons.tsx";
import { OwnWordsList } from "../shared/own_words_list.tsx";
import { problem_text } from "../shared/problem_text.ts";
import { FormWindow } from "../shared/window.tsx";
import { use_words } from "../words/use_words.ts";
import { use_follow_up, use_send } from "./scope.tsx";

export function OwnWordsPart() {
  const { t } = use_words();
  const { follow_up, path, may } = use_follow_up();
  const { action, send } = use_send();
  const taking_back = use_send();
  const [open, set_open] = useState(false);
  const [text, set_text] = useState("");
  const [person, set_person] = useState(follow_up.child?.id ?? "");
  const [faults, set_faults] = useState<FieldFault[]>([]);
  const people = [
    ...(follow_up.child ? [{ value: follow_up.child.id, label: follow_up.child.name }] : []),
    ...follow_up.guardians.map((guardian) => ({ value: guardian.id, label: guardian.name })),
  ];

  async function submit() {
    const found = missing(t, { person, text: text.trim() });
    set_faults(found);
    if (found.length > 0) return;
    if (!(await send(() => api.post<FollowUp>(`${path}/own-words`, { person, text: text.trim() }), t("words.saved")))) return;
    set_text("");
    set_open(false);
  }

  async function take_back(id: string) {
    await taking_back.send(() => api.post<FollowUp>(`${path}/own-words/${id}/withdraw`), t("words.taken_back"));
  }

  return (
    <section className="sv-card sv-stack" aria-labelledby="words">
      <div className="sv-row sv-row--between">
        <h2 id="words">{t("words.title")}</h2>
        {may("contribute") && follow_up.state === "open" ? (
          <Button variant="secondary" onClick={() => set_open(true)}>
            <Icon name="pen" /> {t("words.write_down")}
          </Button>
        ) : null}
      </div>
      {taking_back.action.problem ? (
        <p className="sv-notice sv-notice--danger" role="alert">
          {problem_text(taking_back.action.problem, t)}
        </p>
      ) : null}
      <OwnWordsList words={follow_up.own_words} empty={t("words.none")} on_take_back={(id) => void take_back(id)} />
      <FormWindow open={open} on_close={() => set_open(false)} title={t("words.write_down")} submit_label={t("action.save")} pending={action.pending} problem={action.problem} faults={faults} on_submit={() => void submit()}>
        <p className="sv-soft">{t("words.on_behalf")}</p>
        <RadioField name="person" label={t("words.whose")} value={person} on_change={set_person} choices={people} />
        <TextArea name="text" label={t("words.text")} help={t("words.text_help")} rows={5} max_length={4000} value={text} on_change={set_text} />
      </FormWindow>
    </section>
  );
}
