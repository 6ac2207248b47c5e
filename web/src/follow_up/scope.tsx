// The follow-up a page is about, for all its parts: what it is, what one may do with it, and how a change
// is sent. A change answers with the whole follow-up, so that the page is always what is stored.
import { createContext, useCallback, useContext, useMemo, type ReactNode } from "react";
import { Problem, problem_from } from "../api/client.ts";
import type { FollowUp, Member } from "../api/names.ts";
import { use_toast } from "../shared/toasts.tsx";
import { use_action, type Action } from "../shared/use_action.ts";
import { use_words } from "../words/use_words.ts";

type May = FollowUp["may"][number];

interface Scope {
  follow_up: FollowUp;
  path: string;
  set: (follow_up: FollowUp) => void;
  may: (what: May) => boolean;
  /// Those in the team now, the family too.
  team: Member[];
  /// Those in the team who can be given a task: staff.
  with_tasks: Member[];
}

const Context = createContext<Scope | null>(null);

export function use_follow_up(): Scope {
  const scope = useContext(Context);
  if (!scope) throw new Error("use_follow_up outside FollowUpScope");
  return scope;
}

interface Props {
  follow_up: FollowUp;
  set: (follow_up: FollowUp) => void;
  children: ReactNode;
}

export function FollowUpScope({ follow_up, set, children }: Props) {
  const scope = useMemo<Scope>(
    () => ({
      follow_up,
      path: `/v1/follow-ups/${follow_up.id}`,
      set,
      may: (what) => follow_up.may.includes(what),
      team: follow_up.team.filter((member) => !member.left),
      with_tasks: follow_up.team.filter((member) => !member.left && member.kind === "staff"),
    }),
    [follow_up, set],
  );
  return <Context value={scope}>{children}</Context>;
}

export interface Sending {
  action: Action;
  /// Sends a change; true when it is stored. When somebody else changed the follow-up first, the page shows
  /// what is new and the form keeps what was typed.
  send: (work: () => Promise<FollowUp>, done: string) => Promise<boolean>;
}

export function use_send(): Sending {
  const { set } = use_follow_up();
  const { t } = use_words();
  const say = use_toast();
  const action = use_action();
  const { run } = action;

  const send = useCallback(
    async (work: () => Promise<FollowUp>, done: string) => {
      const next = await run(async () => {
        try {
          return await work();
        } catch (thrown) {
          const problem = problem_from(thrown);
          if (problem.code !== "edit_conflict" || !is_follow_up(problem.current)) throw problem;
          set(problem.current);
          throw new Problem(409, { code: "edit_conflict", title: t("conflict.follow_up_changed") });
        }
      });
      if (!next) return false;
      set(next);
      say(done);
      return true;
    },
    [run, set, say, t],
  );
  return { action, send };
}

function is_follow_up(value: unknown): value is FollowUp {
  return typeof value === "object" && value !== null && "reference" in value && "pathway" in value;
}
