// What a page saves while one writes. When one leaves the page with something unsaved, its saver is kept and the
// next visit begins from it.
import { useCallback, useEffect, useMemo, useState } from "react";
import type { Problem } from "../api/client.ts";
import { Saver, type Saving, type Standing, type Stored } from "./saver.ts";
import { drop_saver, find_saver, keep_saver } from "./savers.ts";
import { use_toast } from "./toasts.tsx";
import { use_words } from "../words/use_words.ts";

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

export function use_autosave<Edit extends object, Entity>(
  key: string,
  stored: Stored<Edit>,
  saving: Saving<Edit, Entity>,
): Autosave<Edit> {
  const { t } = use_words();
  const say = use_toast();
  const [, redraw] = useState(0);
  const saver = useMemo(() => find_saver<Edit, Entity>(key) ?? new Saver(stored, saving), [key]);
  const left_unsaved = t("save.left_unsaved");

  useEffect(() => {
    saver.saving = saving;
  });
  useEffect(() => {
    keep_saver(key, saver);
    const stop = saver.watch(() => redraw((n) => n + 1));
    void saver.flush();
    return () => {
      stop();
      void saver.flush().then((all_stored) => {
        if (saver.watched) return;
        if (all_stored) drop_saver(key);
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
