// Doing a step that is open, most often the next one: choose an answer where there are several ways on, say what came of it, date what
// comes after. If somebody else changed the follow-up meanwhile, the text stays and the page shows what
// is new, so that one can look and send again.
import { useState, type ReactNode } from "react";
import { api, problem_from, type FieldFault } from "../api/client.ts";
import type { StepAnswer, StepInput } from "../api/names.ts";
import { DateField, RadioField, TextArea } from "../shared/fields.tsx";
import { missing } from "../shared/form.tsx";
import { today_in_norway } from "../shared/dates.ts";
import { Icon } from "../shared/icons.tsx";
import { use_action } from "../shared/use_action.ts";
import { FormWindow } from "../shared/window.tsx";
import { use_words } from "../words/use_words.ts";

/// What one must know of a step to do it: of the next one, or of another that is open.
export interface StepToDo {
  step: string;
  title: string;
  answers: StepAnswer[];
  what?: string;
  /// The pathway beside the main one that it is of.
  run?: string;
}

interface Props<Entity> {
  open: boolean;
  on_close: () => void;
  next_step: StepToDo;
  version: number;
  path: string;
  on_done: (entity: Entity) => void;
  /// Somebody was first; `entity` is how it stands now.
  on_changed: (entity: Entity) => void;
  /// What is written elsewhere on the page is stored first: answers the version it then has, or throws why not.
  before?: () => Promise<number>;
  /// True for answers that are given by opening a shared log instead. Only an early concern has these, and only
  /// its author reads the notes of its steps; the family reads those of a follow-up.
  opens_log?: (answer: StepAnswer) => boolean;
  on_open_log?: () => void;
  /// What one must know before answering.
  notice?: ReactNode;
  /// What is said when somebody was first; without it, that another step is the next one now.
  changed_text?: string;
}

export function StepWindow<Entity>(props: Props<Entity>) {
  const { next_step, open, on_close } = props;
  const { t } = use_words();
  const action = use_action();
  const [answer_id, set_answer] = useState("");
  const [note, set_note] = useState("");
  const [next_due_on, set_next_due_on] = useState("");
  const [faults, set_faults] = useState<FieldFault[]>([]);
  const [changed, set_changed] = useState(false);

  const answer = next_step.answers.find((one) => one.id === answer_id);
  const goes_on = answer?.leads === "pathway";
  // A pathway beside the main one ends where it leads to another; the main one goes on there.
  const ends = answer?.leads === "end" || (goes_on && next_step.run !== undefined);
  const to_log = answer !== undefined && (props.opens_log?.(answer) ?? false);
  const ask_rest = (next_step.answers.length === 0 || answer !== undefined) && !to_log;

  async function submit() {
    const needed: Record<string, unknown> = next_step.answers.length > 0 ? { answer: answer?.id ?? "" } : {};
    if (ends) needed["note"] = note.trim();
    const found = missing(t, needed);
    set_faults(found);
    if (found.length > 0) return;
    if (to_log) return props.on_open_log?.();
    const done = await action.run(async () => {
      const version = props.before ? await props.before() : props.version;
      const input: StepInput = {
        version,
        step: next_step.step,
        ...(next_step.run ? { run: next_step.run } : {}),
        ...(answer ? { answer: answer.id } : {}),
        ...(note.trim() ? { note: note.trim() } : {}),
        ...(next_due_on && !ends ? { next_due_on } : {}),
      };
      return send(input);
    });
    if (!done) return;
    set_answer("");
    set_note("");
    set_next_due_on("");
    set_changed(false);
    props.on_done(done);
  }

  async function send(input: StepInput): Promise<Entity | undefined> {
    try {
      return await api.post<Entity>(props.path, input);
    } catch (thrown) {
      const problem = problem_from(thrown);
      if (problem.code === "edit_conflict" && problem.current) {
        props.on_changed(problem.current as Entity);
        set_changed(true);
        return undefined;
      }
      throw problem;
    }
  }

  return (
    <FormWindow
      open={open}
      on_close={on_close}
      title={next_step.title}
      submit_label={to_log ? t("step.go_open_log") : ends ? t("step.end") : t("step.done")}
      pending={action.pending}
      problem={action.problem}
      faults={faults}
      on_submit={() => void submit()}
    >
      {changed ? (
        <div className="sv-notice sv-notice--warm" role="alert">
          <Icon name="alert" />
          <p>{props.changed_text ?? t("step.changed", { step: next_step.title })}</p>
        </div>
      ) : null}
      {props.notice}
      {next_step.what ? <p className="sv-soft">{next_step.what}</p> : null}
      {next_step.answers.length > 0 ? (
        <RadioField
          name="answer"
          label={t("step.answer")}
          value={answer_id}
          on_change={set_answer}
          choices={next_step.answers.map((one) => ({ value: one.id, label: one.label }))}
        />
      ) : null}
      {goes_on ? <p>{t(ends ? "step.goes_on_beside" : "step.goes_on_main")}</p> : null}
      {to_log ? <p>{t("step.log_text")}</p> : null}
      {ask_rest ? (
        <TextArea
          name="note"
          label={ends ? t("step.reason") : t("step.note")}
          help={ends ? t("step.reason_help") : props.opens_log ? t("step.note_help") : t("step.note_help_family")}
          optional={!ends}
          value={note}
          on_change={set_note}
          max_length={4000}
        />
      ) : null}
      {ask_rest && !ends ? (
        <DateField
          name="next_due_on"
          label={t("step.next_date")}
          help={t("step.next_date_help")}
          value={next_due_on}
          on_change={set_next_due_on}
          min={today_in_norway()}
          quick_days={[7, 14, 42]}
        />
      ) : null}
    </FormWindow>
  );
}
