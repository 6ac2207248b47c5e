// Saves what a person writes, while they write; outlives the page it is written on. States: saved -> unsaved
// -> saving -> saved; or waiting (the server is out of reach: tried again by itself), refused (the server says
// why), conflict (somebody saved before: the person chooses). Must hold: what was typed is never replaced
// without a choice, and is kept, in memory only, until it is stored.
import { Problem, problem_from } from "../api/client.ts";

const quiet_ms = 1200;
const retry_ms = 5000;

export type Standing = "saved" | "unsaved" | "saving" | "waiting" | "refused" | "conflict";

export interface Stored<Edit> {
  edit: Edit;
  version: number;
}

export interface Saving<Edit, Entity> {
  save: (edit: Edit, version: number) => Promise<Entity>;
  /// What of an answer (also of a conflict's `current`) is the edit, and its version.
  read: (entity: Entity) => Stored<Edit>;
  on_saved: (entity: Entity) => void;
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

export class Saver<Edit extends object, Entity> {
  mine: Edit;
  standing: Standing = "saved";
  problem: Problem | undefined;
  /// The newest of the page: what it does with an answer changes as it is drawn.
  saving: Saving<Edit, Entity>;
  #base: Stored<Edit>;
  /// The edit as the server wrote it: it trims texts, so it may differ from what was sent.
  #known: Edit;
  #theirs: Stored<Edit> | null = null;
  #under_way: Promise<boolean> | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #listeners = new Set<() => void>();

  constructor(stored: Stored<Edit>, saving: Saving<Edit, Entity>) {
    this.mine = stored.edit;
    this.saving = saving;
    this.#base = stored;
    this.#known = stored.edit;
  }

  get conflict(): { base: Edit; theirs: Edit } | undefined {
    return this.#theirs ? { base: this.#base.edit, theirs: this.#theirs.edit } : undefined;
  }

  get unsaved(): boolean {
    return !same(this.mine, this.#base.edit);
  }

  get watched(): boolean {
    return this.#listeners.size > 0;
  }

  /// Calls `changed` at every change until the answer is called.
  watch(changed: () => void): () => void {
    this.#listeners.add(changed);
    return () => this.#listeners.delete(changed);
  }

  change(part: Partial<Edit>): void {
    this.mine = { ...this.mine, ...part };
    if (this.#theirs) return this.#tell();
    this.#stand("unsaved");
    this.#later(quiet_ms);
  }

  /// It was stored anew by another action or came anew from the server. What is typed stays; when the other
  /// changed the same thing, the person chooses.
  take(stored: Stored<Edit>): void {
    if (this.#theirs || stored.version <= this.#base.version) return;
    if (this.unsaved && !same(stored.edit, this.#known)) {
      this.#theirs = stored;
      return this.#stand("conflict");
    }
    if (this.unsaved) {
      this.#base = { edit: this.#base.edit, version: stored.version };
    } else {
      this.mine = stored.edit;
      this.#base = stored;
    }
    this.#known = stored.edit;
    this.#tell();
  }

  /// The person has chosen: saves `edit` on top of what the other saved.
  resolve(edit: Edit): void {
    if (this.#theirs) {
      this.#base = this.#theirs;
      this.#known = this.#theirs.edit;
    }
    this.#theirs = null;
    this.mine = edit;
    this.#stand("unsaved");
    void this.flush();
  }

  /// Nothing more is sent, and what is not stored is gone.
  forget(): void {
    clearTimeout(this.#timer);
    this.mine = this.#base.edit;
    this.#theirs = null;
  }

  /// Saves at once; true when everything is stored.
  async flush(): Promise<boolean> {
    while (this.#under_way) await this.#under_way;
    const run = this.#save_once();
    this.#under_way = run;
    const stored = await run;
    this.#under_way = null;
    return stored && this.unsaved ? this.flush() : stored;
  }

  /// Saves at once and says what is stored then; throws the Problem when it could not be.
  async store(): Promise<Stored<Edit>> {
    if (await this.flush()) return this.#base;
    throw this.problem ?? new Problem(409, { code: "edit_conflict" });
  }

  async #save_once(): Promise<boolean> {
    clearTimeout(this.#timer);
    if (this.#theirs) return false;
    if (!this.unsaved) {
      this.#stand("saved");
      return true;
    }
    const sent = this.mine;
    this.#stand("saving");
    try {
      const entity = await this.saving.save(sent, this.#base.version);
      const stored = this.saving.read(entity);
      // What was sent counts as stored, so that a space at the end of a sentence being typed is not taken away.
      this.#base = { edit: sent, version: stored.version };
      this.#known = stored.edit;
      this.#stand(this.unsaved ? "unsaved" : "saved");
      this.saving.on_saved(entity);
      return true;
    } catch (thrown) {
      this.#failed(problem_from(thrown));
      return false;
    }
  }

  #failed(failed: Problem): void {
    if (failed.code === "edit_conflict" && failed.current) {
      this.#theirs = this.saving.read(failed.current as Entity);
      this.#stand("conflict", failed);
    } else if (failed.status === 0 || failed.status === 503) {
      this.#stand("waiting", failed);
      this.#later(retry_ms);
    } else {
      this.#stand("refused", failed);
    }
  }

  #later(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), ms);
  }

  #stand(standing: Standing, problem?: Problem): void {
    this.standing = standing;
    this.problem = problem;
    this.#tell();
  }

  #tell(): void {
    for (const changed of this.#listeners) changed();
  }
}
