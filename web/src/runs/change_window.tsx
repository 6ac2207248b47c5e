// A change of a pathway: what is changed stands above, then the reason, then when what opens is due. What was typed
// stays when the window is closed by a slip, and when somebody else changed the follow-up first.
import { useState, type ReactNode } from "react";
import { api, type FieldFault } from "../api/client.ts";
import type { FollowUp } from "../api/names.ts";
import { use_follow_up, use_send } from "../follow_up/scope.tsx";
import { today_in_norway } from "../shared/dates.ts";
import { DateField, TextArea } from "../shared/fields.tsx";
import { focus_when_lost } from "../shared/focus.ts";
import { missing } from "../shared/form.tsx";
import { FormWindow } from "../shared/window.tsx";
import { use_words } from "../words/use_words.ts";

interface Reason {
  label: string;
  help?: string;
  optional?: boolean;
  /// What the server calls it, when not "reason".
  name?: "text";
}

interface Props {
  open: boolean;
  on_close: () => void;
  title: string;
  submit_label: string;
  /// Under the follow-up: "/flags".
  to: string;
  /// What is sent beside the version, the reason and the date.
  input: Record<string, unknown>;
  /// What must be filled in, by the name of its field.
  needed?: Record<string, unknown>;
  reason?: Reason;
  /// The label of the date, where a date may be given.
  dated?: string;
  done: string;
  on_done?: () => void;
  children?: ReactNode;
}

export function ChangeWindow(props: Props) {
  const { t } = use_words();
  const { follow_up, path } = use_follow_up();
  const { action, send } = use_send();
  const [typed, set_reason] = useState("");
  const [date, set_date] = useState("");
  const [faults, set_faults] = useState<FieldFault[]>([]);
  const { reason } = props;
  const name = reason?.name ?? "reason";

  async function submit() {
    const text = typed.trim();
    const found = missing(t, { ...props.needed, ...(reason && !reason.optional ? { [name]: text } : {}) });
    set_faults(found);
    if (found.length > 0) return;
    const input = {
      version: follow_up.version,
      ...props.input,
      ...(text ? { [name]: text } : {}),
      ...(date ? { next_due_on: date } : {}),
    };
    if (!(await send(() => api.post<FollowUp>(`${path}${props.to}`, input), props.done))) return;
    set_reason("");
    set_date("");
    props.on_close();
    props.on_done?.();
    // What was pressed may be gone now; one goes on where the next step stands.
    focus_when_lost("next-step");
  }

  return (
    <FormWindow
      open={props.open}
      on_close={props.on_close}
      title={props.title}
      submit_label={props.submit_label}
      pending={action.pending}
      problem={action.problem}
      faults={faults}
      on_submit={() => void submit()}
    >
      {props.children}
      {reason ? (
        <TextArea
          name={name}
          label={reason.label}
          help={reason.help}
          optional={reason.optional ?? false}
          rows={3}
          max_length={2000}
          value={typed}
          on_change={set_reason}
        />
      ) : null}
      {props.dated ? (
        <DateField
          name="next_due_on"
          label={props.dated}
          help={t("run.new_date_help")}
          optional
          min={today_in_norway()}
          quick_days={[7, 14, 28]}
          value={date}
          on_change={set_date}
        />
      ) : null}
    </FormWindow>
  );
}
