// What a person has typed into a form that is not sent yet. Kept in memory only (it may be about a
// child): it survives moving around in the app, and leaving the app asks first.
import { useCallback, useEffect, useRef, useState } from "react";

const drafts = new Map<string, unknown>();

export interface Draft<Value> {
  value: Value;
  change: (part: Partial<Value>) => void;
  forget: () => void;
  touched: boolean;
}

export function use_draft<Value extends object>(key: string, empty: Value): Draft<Value> {
  const [value, set_value] = useState<Value>(() => (drafts.get(key) as Value | undefined) ?? empty);
  const touched = useRef(drafts.has(key));

  const change = useCallback(
    (part: Partial<Value>) => {
      touched.current = true;
      set_value((old) => {
        const next = { ...old, ...part };
        drafts.set(key, next);
        return next;
      });
    },
    [key],
  );

  const forget = useCallback(() => {
    touched.current = false;
    drafts.delete(key);
  }, [key]);

  useEffect(() => {
    const ask_first = (event: BeforeUnloadEvent) => {
      if (touched.current) event.preventDefault();
    };
    addEventListener("beforeunload", ask_first);
    return () => removeEventListener("beforeunload", ask_first);
  }, []);

  return { value, change, forget, touched: touched.current };
}
