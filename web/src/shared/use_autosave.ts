// What a page saves while one writes. The saver is kept by its key when one leaves the page with something
// unsaved, and the next visit begins from it; leaving the app asks first. Nothing is kept on the device.
import { useCallback, useEffect, useMemo, useState } from "react";
import type { Problem } from "../api/client.ts";
import { Saver, type Saving, type Standing, type Stored } from "./saver.ts";
import { use_toast } from "./toasts.tsx";
import { use_words } from "../words/use_words.ts";

// Each is read under the key it was made for, so the types fit.
const savers = new Map<string, Saver<object, unknown>>();

function save_all(): void {
  for (const saver of savers.values()) void saver.flush();
}

addEventListener("online", save_all);
document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && save_all());
addEventListener("beforeunload", (event) => {
  if (![...savers.values()].some((saver) => saver.unsaved)) return;
  save_all();
  event.preventDefault();
});

export interface Autosave<Edit> {
  mine: Edit;
  change: (part: Partial<Edit>) => void;
  standing: Standing;
  problem: Problem | undefined;
  conflict: { base: Edit; theirs: Edit } | undefined;
  /// The person has chosen: saves `edit` on top of what the other saved.
  resolve: (edit: Edit) => void;
  /// Saves at once; true when everything is stored.
  flush: () => Promise<boolean>;
  /// Saves at once and says what is stored then; throws the Problem when it could not be.
  store: () => Promise<Stored<Edit>>;
}

/// What is typed under this key and not stored, also when its page cannot be written on any more.
export function unsaved_of<Edit>(key: string): Edit | undefined {
  const saver = savers.get(key);
  return saver?.unsaved ? (saver.mine as Edit) : undefined;
}

export function use_autosave<Edit extends object, Entity>(
  key: string,
  stored: Stored<Edit>,
  saving: Saving<Edit, Entity>,
): Autosave<Edit> {
  const { t } = use_words();
  const say = use_toast();
  const [, redraw] = useState(0);
  const saver = useMemo(
    () => (savers.get(key) as unknown as Saver<Edit, Entity> | undefined) ?? new Saver(stored, saving),
    [key],
  );
  const left_unsaved = t("save.left_unsaved");

  useEffect(() => {
    saver.saving = saving;
  });
  useEffect(() => {
    savers.set(key, saver as unknown as Saver<object, unknown>);
    const stop = saver.watch(() => redraw((n) => n + 1));
    void saver.flush();
    return () => {
      stop();
      void saver.flush().then((all_stored) => {
        if (saver.watched) return;
        if (all_stored) savers.delete(key);
        else say(left_unsaved);
      });
    };
  }, [key, saver, say, left_unsaved]);
  useEffect(() => saver.take(stored), [saver, stored]);

  const change = useCallback((part: Partial<Edit>) => saver.change(part), [saver]);
  const resolve = useCallback((edit: Edit) => saver.resolve(edit), [saver]);
  const flush = useCallback(() => saver.flush(), [saver]);
  const store = useCallback(() => saver.store(), [saver]);
  const { mine, standing, problem, conflict } = saver;
  return { mine, change, standing, problem, conflict, resolve, flush, store };
}
