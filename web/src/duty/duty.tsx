// "Do I have a duty to report?" is one press away on every staff page. This holds whether the panel is
// open, and which early concern or follow-up the page is about, so that an assessment can name it.
import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from "react";
import { DutyPanel } from "./duty_panel.tsx";

export interface DutySubject {
  early_concern?: string;
  follow_up?: string;
}

interface Duty {
  open: () => void;
  set_subject: (subject: DutySubject) => void;
}

const Context = createContext<Duty>({ open: () => {}, set_subject: () => {} });

export function use_duty(): Duty {
  return useContext(Context);
}

/// Says that this page is about an early concern or a follow-up.
export function use_duty_subject(kind: keyof DutySubject, id: string | undefined): void {
  const { set_subject } = use_duty();
  useEffect(() => {
    if (id === undefined) return;
    set_subject({ [kind]: id });
    return () => set_subject({});
  }, [kind, id, set_subject]);
}

export function DutyProvider({ children }: { children: ReactNode }) {
  const [shown, set_shown] = useState(false);
  const [subject, set_subject] = useState<DutySubject>({});
  const duty = useMemo(() => ({ open: () => set_shown(true), set_subject }), []);
  return (
    <Context value={duty}>
      {children}
      <DutyPanel open={shown} on_close={() => set_shown(false)} subject={subject} />
    </Context>
  );
}
