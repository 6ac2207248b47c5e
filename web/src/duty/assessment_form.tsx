// One's own assessment of the duty to report: which grounds were weighed, what one concluded, and why.
import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import { api, type FieldFault } from "../api/client.ts";
import type { DutyAssessment, DutyAssessmentInput } from "../api/names.ts";
import { CheckField, RadioField, TextArea, YesField } from "../shared/fields.tsx";
import { use_draft } from "../shared/drafts.ts";
import { Form, missing } from "../shared/form.tsx";
import { use_action } from "../shared/use_action.ts";
import { use_words } from "../words/use_words.ts";
import type { DutySubject } from "./duty.tsx";
import type { Guide } from "./guide.ts";

type Ground = DutyAssessmentInput["grounds"][number];
type Conclusion = DutyAssessmentInput["conclusion"];

const grounds: Ground[] = [
  "abuse_or_neglect",
  "untreated_illness",
  "uncovered_needs",
  "serious_behaviour",
  "trafficking",
  "other",
];
const conclusions: Conclusion[] = ["reported", "called_now", "discuss_first", "no_duty_now"];

interface Props {
  guide: Guide | undefined;
  subject: DutySubject;
  on_recorded: () => void;
  on_back: () => void;
}

interface AssessmentDraft {
  grounds: Ground[];
  conclusion: Conclusion | "";
  note: string;
  about: boolean;
}

const empty: AssessmentDraft = { grounds: [], conclusion: "", note: "", about: true };

export function AssessmentForm({ guide, subject, on_recorded, on_back }: Props) {
  const { t, language } = use_words();
  const action = use_action();
  // Each child has a draft of its own: what was weighed for one must not end up on another.
  const draft = use_draft<AssessmentDraft>(`duty:${subject.early_concern ?? subject.follow_up ?? ""}`, empty);
  const { grounds: chosen, conclusion, note, about } = draft.value;
  const [faults, set_faults] = useState<FieldFault[]>([]);
  const has_subject = Boolean(subject.early_concern ?? subject.follow_up);

  async function submit() {
    const found = missing(t, { conclusion });
    set_faults(found);
    if (found.length > 0 || conclusion === "") return;
    const input: DutyAssessmentInput = {
      grounds: chosen,
      conclusion,
      ...(note.trim() ? { note: note.trim() } : {}),
      ...(about ? subject : {}),
    };
    const stored = await action.run(() => api.post<DutyAssessment>("/v1/duty-assessments", input));
    if (!stored) return;
    draft.forget();
    on_recorded();
  }

  const text_of = (ground: Ground) => guide?.sections.find((section) => section.id === ground)?.text?.[language];
  return (
    <Form problem={action.problem} faults={faults} on_submit={() => void submit()}>
      <CheckField
        name="grounds"
        label={t("duty.which_grounds")}
        value={chosen}
        on_change={(next) => draft.change({ grounds: next })}
        choices={grounds.map((ground) => {
          const help = text_of(ground);
          return { value: ground, label: t(`ground.${ground}`), ...(help ? { help } : {}) };
        })}
      />
      <RadioField
        name="conclusion"
        label={t("duty.conclusion")}
        value={conclusion}
        on_change={(next) => draft.change({ conclusion: next })}
        choices={conclusions.map((one) => ({ value: one, label: t(`conclusion.${one}`) }))}
      />
      <TextArea name="note" label={t("duty.note")} help={t("duty.note_help")} optional value={note} on_change={(next) => draft.change({ note: next })} max_length={4000} />
      {has_subject ? (
        <YesField
          label={subject.follow_up ? t("duty.about_follow_up") : t("duty.about_early_concern")}
          value={about}
          on_change={(next) => draft.change({ about: next })}
        />
      ) : null}
      <div className="sv-row">
        <Button type="submit" loading={action.pending}>
          {t("duty.save")}
        </Button>
        <Button variant="tertiary" onClick={on_back}>
          {t("duty.back")}
        </Button>
      </div>
    </Form>
  );
}
