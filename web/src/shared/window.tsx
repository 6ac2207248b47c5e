// A dialog over the page. Closing it keeps what was typed: the state lives in the component that opened
// it, so that a slip with Escape loses nothing.
import { Button, Dialog } from "@digdir/designsystemet-react";
import { useId, type ReactNode } from "react";
import type { FieldFault, Problem } from "../api/client.ts";
import { use_words } from "../words/use_words.ts";
import { Form } from "./form.tsx";

interface WindowProps {
  open: boolean;
  title: string;
  on_close: () => void;
  children: ReactNode;
  side?: boolean;
  wide?: boolean;
  /// The window goes away only when what it asks is answered.
  must_answer?: boolean;
}

export function Window({ open, title, on_close, children, side = false, wide = false, must_answer = false }: WindowProps) {
  const { t } = use_words();
  const heading = useId();
  const className = side ? "sv-window sv-window--side" : wide ? "sv-window sv-window--wide" : "sv-window";
  return (
    <Dialog
      open={open}
      onClose={on_close}
      closeButton={must_answer ? false : t("action.close")}
      closedby={must_answer ? "none" : "closerequest"}
      className={className}
      aria-labelledby={heading}
      {...(side ? { placement: "right" as const } : {})}
    >
      {open ? (
        <div className="sv-stack">
          <h2 id={heading} className="sv-window__title">
            {title}
          </h2>
          {children}
        </div>
      ) : null}
    </Dialog>
  );
}

interface FormWindowProps extends WindowProps {
  submit_label: string;
  pending: boolean;
  problem: Problem | undefined;
  faults?: FieldFault[];
  on_submit: () => void;
}

export function FormWindow({ submit_label, pending, problem, faults = [], on_submit, children, ...rest }: FormWindowProps) {
  const { t } = use_words();
  return (
    <Window {...rest}>
      <Form problem={problem} faults={faults} on_submit={on_submit}>
        {children}
        <div className="sv-row sv-window__foot">
          <Button type="submit" loading={pending}>
            {submit_label}
          </Button>
          <Button variant="tertiary" onClick={rest.on_close}>
            {t("action.cancel")}
          </Button>
        </div>
      </Form>
    </Window>
  );
}
