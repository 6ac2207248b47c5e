// The family's own words: write, read, take back one's own. Everybody in the team sees them, and it says so.
import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import { api, type FieldFault } from "../api/client.ts";
import type { FamilyFollowUp } from "../api/names.ts";
import { use_draft } from "../shared/drafts.ts";
import { TextArea } from "../shared/fields.tsx";
import { Form, missing } from "../shared/form.tsx";
import { OwnWordsList } from "../shared/own_words_list.tsx";
import { problem_text } from "../shared/problem_text.ts";
import { use_toast } from "../shared/toasts.tsx";
import { use_action } from "../shared/use_action.ts";
import { use_words } from "../words/use_words.ts";

export function MyWords({ follow_up, reload }: { follow_up: FamilyFollowUp; reload: () => Promise<void> }) {
  const { t } = use_words();
  const say = use_toast();
  const writing = use_action();
  const taking = use_action();
  const draft = use_draft(`words:${follow_up.id}`, { text: "" });
  const [faults, set_faults] = useState<FieldFault[]>([]);
  const child = follow_up.i_am === "child";
  const path = `/v1/follow-ups/${follow_up.id}/own-words`;

  async function send() {
    const text = draft.value.text.trim();
    const found = missing(t, { text });
    set_faults(found);
    if (found.length > 0) return;
    const done = await writing.run(async () => {
      await api.post(path, { text });
      return true;
    });
    if (!done) return;
    draft.change({ text: "" });
    draft.forget();
    say(t("words.said"));
    await reload();
  }

  async function take_back(id: string) {
    const done = await taking.run(async () => {
      await api.post(`${path}/${id}/withdraw`);
      return true;
    });
    if (!done) return;
    say(t("words.taken_back"));
    await reload();
  }

  return (
    <section className="sv-card sv-card--warm sv-stack" aria-labelledby="words">
      <div>
        <h2 id="words">{child ? t("family.my_words") : t("family.your_words")}</h2>
        <p>{child ? t("family.words_text_child") : t("family.words_text")}</p>
        {child ? <p>{follow_up.guardians_may_read ? t("family.parents_read") : t("family.parents_do_not_read")}</p> : null}
      </div>
      {follow_up.state === "open" ? (
        <Form problem={writing.problem} faults={faults} on_submit={() => void send()}>
          <TextArea name="text" label={t("family.write")} help={t("family.write_help")} rows={4} max_length={4000} value={draft.value.text} on_change={(text) => draft.change({ text })} />
          <div>
            <Button type="submit" loading={writing.pending}>
              {t("family.send")}
            </Button>
          </div>
        </Form>
      ) : null}
      {taking.problem ? <p className="sv-notice sv-notice--danger">{problem_text(taking.problem, t)}</p> : null}
      {follow_up.own_words.length > 0 ? (
        <div className="sv-family__said">
          <OwnWordsList words={follow_up.own_words} empty="" on_take_back={(id) => void take_back(id)} />
        </div>
      ) : null}
    </section>
  );
}
