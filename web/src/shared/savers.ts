// All that is being written and not stored yet, by the address it is stored at; in memory only. It is sent when
// the connection is back and when the app is put away; leaving the app asks first.
import type { Saver } from "./saver.ts";

// Each is read under the key it was made for, so the types fit.
const savers = new Map<string, Saver<object, unknown>>();

export function find_saver<Edit extends object, Entity>(key: string): Saver<Edit, Entity> | undefined {
  return savers.get(key) as unknown as Saver<Edit, Entity> | undefined;
}

export function keep_saver<Edit extends object, Entity>(key: string, saver: Saver<Edit, Entity>): void {
  savers.set(key, saver as unknown as Saver<object, unknown>);
}

export function drop_saver(key: string): void {
  savers.delete(key);
}

export async function save_all(): Promise<void> {
  await Promise.all([...savers.values()].map((saver) => saver.flush()));
}

/// Another person has logged in: nothing of the one before may be sent as theirs.
export function forget_unsaved(): void {
  for (const saver of savers.values()) saver.forget();
  savers.clear();
}

/// What is typed under this key and not stored, also when its page cannot be written on any more.
export function unsaved_of<Edit extends object>(key: string): Edit | undefined {
  const saver = find_saver<Edit, unknown>(key);
  return saver?.unsaved ? saver.mine : undefined;
}

addEventListener("online", () => void save_all());
document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && void save_all());
addEventListener("beforeunload", (event) => {
  if (![...savers.values()].some((saver) => saver.unsaved)) return;
  void save_all();
  event.preventDefault();
});
