// Begin an early concern: one's own word for it, and a day to look at it again. Nothing about a named
// child is asked for or kept.
import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import { useNavigate } from "react-router";
import { api, type FieldFault } from "../api/client.ts";
import type { EarlyConcern, EarlyConcernInput } from "../api/names.ts";
import { today_in_norway } from "../shared/dates.ts";
import { DateField, TextArea, TextField } from "../shared/fields.tsx";
import { Form, missing } from "../shared/form.tsx";
import { Icon } from "../shared/icons.tsx";
import { use_draft } from "../shared/drafts.ts";
import { use_title } from "../shared/title.ts";
import { use_action } from "../shared/use_action.ts";
import { use_words } from "../words/use_words.ts";

const empty = { label: "", facts: "", next_due_on: "" };

export default function NewConcernPage() {
  const { t } = use_words();
  const navigate = useNavigate();
  const action = use_action();
  const draft = use_draft("new-concern", empty);
  const [faults, set_faults] = useState<FieldFault[]>([]);
  use_title(t("concern.new_title"));

  async function submit() {
    const { label, facts, next_due_on } = draft.value;
    const found = missing(t, { label: label.trim(), next_due_on });
    set_faults(found);
    if (found.length > 0) return;
    const input: EarlyConcernInput = { label: label.trim(), facts: facts.trim(), next_due_on };
    const concern = await action.run(() => api.post<EarlyConcern>("/v1/early-concerns", input));
    if (!concern) return;
    draft.forget();
    await navigate(`/early-concerns/${concern.id}`, { replace: true });
  }

  return (
    <div className="sv-page sv-page--narrow sv-stack">
      <h1 tabIndex={-1}>{t("concern.new_title")}</h1>
      <p className="sv-lead">{t("concern.new_lead")}</p>
      <div className="sv-notice">
        <Icon name="lock" />
        <p>{t("concern.private")}</p>
      </div>
      <div className="sv-card">
        <Form problem={action.problem} faults={faults} on_submit={() => void submit()}>
          <TextField
            name="label"
            label={t("concern.label")}
            help={t("concern.label_help")}
            max_length={80}
            value={draft.value.label}
            on_change={(label) => draft.change({ label })}
          />
          <TextArea
            name="facts"
            label={t("concern.facts")}
            help={t("concern.facts_help")}
            optional
            rows={5}
            max_length={8000}
            value={draft.value.facts}
            on_change={(facts) => draft.change({ facts })}
          />
          <DateField
            name="next_due_on"
            label={t("concern.when")}
            help={t("concern.when_help")}
            min={today_in_norway()}
            quick_days={[7, 14]}
            value={draft.value.next_due_on}
            on_change={(next_due_on) => draft.change({ next_due_on })}
          />
          <div>
            <Button type="submit" loading={action.pending}>
              {t("concern.begin")}
            </Button>
          </div>
        </Form>
      </div>
    </div>
  );
}
