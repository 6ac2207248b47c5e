// Short messages that something succeeded. They are read out, and go away by themselves; nothing that a
// person must act on is said here only.
import { createContext, useCallback, useContext, useRef, useState, type ReactNode } from "react";
import { Icon } from "./icons.tsx";

const shown_ms = 5000;

interface Toast {
  id: number;
  text: string;
}

const Say = createContext<(text: string) => void>(() => {});

/// Says that something is done.
export function use_toast(): (text: string) => void {
  return useContext(Say);
}

export function Toasts({ children }: { children: ReactNode }) {
  const [toasts, set_toasts] = useState<Toast[]>([]);
  const next_id = useRef(0);
  const say = useCallback((text: string) => {
    const id = next_id.current++;
    set_toasts((old) => [...old.slice(-2), { id, text }]);
    setTimeout(() => set_toasts((old) => old.filter((toast) => toast.id !== id)), shown_ms);
  }, []);
  return (
    <Say value={say}>
      {children}
      <div className="sv-toasts" role="status" aria-live="polite">
        {toasts.map((toast) => (
          <p key={toast.id} className="sv-toast">
            <Icon name="check" /> {toast.text}
          </p>
        ))}
      </div>
    </Say>
  );
}
