// People, as pictures and words.
import type { Member, Profession } from "../api/names.ts";
import type { Words } from "../words/use_words.ts";

export function initials_of(name: string): string {
  const words = name.trim().split(/\s+/);
  const first = words[0]?.[0] ?? "";
  const last = words.length > 1 ? (words[words.length - 1]?.[0] ?? "") : "";
  return (first + last).toUpperCase();
}

export function first_name_of(name: string): string {
  return name.trim().split(/\s+/)[0] ?? name;
}

/// "Helsesykepleier, Solvik skole" / "Forelder".
export function role_of(member: Member, t: Words): string {
  if (member.kind === "child") return t("member.child");
  if (member.kind === "guardian") return t("member.guardian");
  const profession = member.profession ? profession_word(member.profession, t) : "";
  return [profession, member.unit_name].filter(Boolean).join(", ");
}

export function profession_word(profession: Profession, t: Words): string {
  return t(`profession.${profession}`);
}

/// The holder first, then the professionals, then the family; the child is whom it is about.
export function in_order(team: Member[]): Member[] {
  const rank = (member: Member) => (member.holder ? 0 : member.kind === "staff" ? 1 : 2);
  return team.filter((member) => member.kind !== "child").sort((one, other) => rank(one) - rank(other));
}

export function Initials({ name, holder = false }: { name: string; holder?: boolean }) {
  return (
    <span className={holder ? "sv-initials sv-initials--holder" : "sv-initials"} aria-hidden="true">
      {initials_of(name)}
    </span>
  );
}
