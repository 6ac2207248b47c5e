// For which unit one acts. Shown as a choice only to those who have several.
import { useId } from "react";
import { useNavigate } from "react-router";
import type { Membership } from "../api/names.ts";
import { use_toast } from "../shared/toasts.tsx";
import { problem_text } from "../shared/problem_text.ts";
import { problem_from } from "../api/client.ts";
import { use_words, type Words } from "../words/use_words.ts";
import { use_person, use_session } from "./session.tsx";

export function membership_name(membership: Membership, t: Words): string {
  if (membership.role === "family") return t("acting.family");
  return membership.unit_name ?? membership.municipality_name;
}

export function ActingChoice() {
  const { t } = use_words();
  const { session, acting } = use_person();
  const { act_as } = use_session();
  const navigate = useNavigate();
  const say = use_toast();
  const id = useId();

  async function choose(membership: string) {
    try {
      await act_as(membership);
      await navigate("/");
    } catch (thrown) {
      say(problem_text(problem_from(thrown), t));
    }
  }

  if (!acting) return null;
  if (session.memberships.length < 2) {
    return acting.role === "family" ? null : <span className="sv-acting sv-soft">{membership_name(acting, t)}</span>;
  }
  return (
    <span className="sv-acting">
      <label htmlFor={id} className="sv-acting__label">
        {t("acting.label")}
      </label>
      <select id={id} value={acting.id} onChange={(event) => void choose(event.target.value)}>
        {session.memberships.map((membership) => (
          <option key={membership.id} value={membership.id}>
            {membership_name(membership, t)}
            {membership.role === "leader" ? " – " + t("role.leader") : null}
            {membership.role === "bti_coordinator" ? " – " + t("role.bti_coordinator") : null}
          </option>
        ))}
      </select>
    </span>
  );
}
