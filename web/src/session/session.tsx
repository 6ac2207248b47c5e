// Who is logged in. A session that ends in the middle of work asks for the password over the page, so
// that nothing typed is lost; the waiting requests are then sent once more.
import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from "react";
import { api, problem_from, use_csrf, when_login_required, type Problem } from "../api/client.ts";
import type { Language, Membership, Session } from "../api/names.ts";
import { forget_loaded } from "../api/use_load.ts";
import { forget_unsaved, save_all } from "../shared/savers.ts";
import { choose_language, follow_account_language, language_was_chosen } from "../words/languages.ts";
import i18next from "i18next";

interface SessionState {
  session: Session | null;
  /// Absent until the first answer; then also when the server cannot be reached.
  problem: Problem | undefined;
  loading: boolean;
  acting: Membership | undefined;
  /// The session ended while the page was open.
  expired: boolean;
  log_in: (username: string, password: string) => Promise<void>;
  log_out: () => Promise<void>;
  give_up_expired: () => void;
  act_as: (membership: string) => Promise<void>;
  speak: (language: Language) => Promise<void>;
  retry: () => void;
}

const Context = createContext<SessionState | null>(null);

export function use_session(): SessionState {
  const state = useContext(Context);
  if (!state) throw new Error("use_session outside SessionProvider");
  return state;
}

/// The session of somebody who is logged in; pages behind the login may count on it.
export function use_person(): { session: Session; acting: Membership | undefined } {
  const { session, acting } = use_session();
  if (!session) throw new Error("use_person without a session");
  return { session, acting };
}

export function SessionProvider({ children }: { children: ReactNode }) {
  const [session, set_session] = useState<Session | null>(null);
  const [problem, set_problem] = useState<Problem>();
  const [loading, set_loading] = useState(true);
  const [expired, set_expired] = useState(false);
  const waiting = useRef<((again: boolean) => void)[]>([]);
  const account = useRef<string | null>(null);

  const accept = useCallback((next: Session) => {
    use_csrf(next.csrf);
    account.current = next.account;
    set_session(next);
  }, []);

  const settle_waiting = useCallback((again: boolean) => {
    set_expired(false);
    for (const answer of waiting.current.splice(0)) answer(again);
  }, []);

  const load = useCallback(async () => {
    set_loading(true);
    set_problem(undefined);
    try {
      const found = await api.get<Session>("/v1/session");
      accept(found);
      await follow_account_language(found.language);
    } catch (thrown) {
      const failed = problem_from(thrown);
      if (failed.status !== 401) set_problem(failed);
    }
    set_loading(false);
  }, [accept]);

  useEffect(() => {
    void load();
  }, [load]);

  useEffect(() => {
    when_login_required(() => {
      if (account.current === null) return Promise.resolve(false);
      set_expired(true);
      return new Promise<boolean>((answer) => waiting.current.push(answer));
    });
    return () => when_login_required(null);
  }, []);

  const log_in = useCallback(
    async (username: string, password: string) => {
      const before = account.current;
      const next = await api.post<Session>("/v1/session", { username: username.trim().toLowerCase(), password });
      use_csrf(next.csrf);
      if (before !== null && before !== next.account) forget_unsaved();
      const spoken = i18next.language as Language;
      const wished = language_was_chosen() && spoken !== next.language;
      const final = wished ? await api.put<Session>("/v1/session/language", { language: spoken }) : next;
      if (!wished) await follow_account_language(next.language);
      accept(final);
      if (before !== null && before !== next.account) {
        // Another person: nothing of the one before may stand on the screen.
        location.assign("/app/");
        return;
      }
      settle_waiting(true);
    },
    [accept, settle_waiting],
  );

  const log_out = useCallback(async () => {
    await save_all();
    try {
      await api.remove("/v1/session");
    } finally {
      // A full load, so that nothing personal stays in memory.
      location.assign("/app/login");
    }
  }, []);

  const act_as = useCallback(
    async (membership: string) => {
      const next = await api.put<Session>("/v1/session/acting", { membership });
      forget_loaded();
      accept(next);
    },
    [accept],
  );

  const speak = useCallback(
    async (language: Language) => {
      await choose_language(language);
      if (account.current !== null) accept(await api.put<Session>("/v1/session/language", { language }));
    },
    [accept],
  );

  const give_up_expired = useCallback(() => {
    account.current = null;
    settle_waiting(false);
    location.assign("/app/login");
  }, [settle_waiting]);

  const acting = session?.memberships.find((membership) => membership.id === session.acting);
  const state = useMemo<SessionState>(
    () => ({ session, problem, loading, acting, expired, log_in, log_out, give_up_expired, act_as, speak, retry: () => void load() }),
    [session, problem, loading, acting, expired, log_in, log_out, give_up_expired, act_as, speak, load],
  );
  return <Context value={state}>{children}</Context>;
}
