// What to do when somebody saved before you. Pure: from the version both began with, yours and theirs,
// it says which fields only one of you changed (those merge by themselves) and where you must choose.

export type FieldStanding = "same" | "only_mine" | "only_theirs" | "both";

export interface MergedField<Value> {
  name: string;
  standing: FieldStanding;
  mine: Value;
  theirs: Value;
  /// What stands unless the person chooses otherwise; nothing anybody wrote is lost.
  result: Value;
}

function equal(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/// Both texts, one after the other; when one contains the other, the longer.
export function join_texts(theirs: string, mine: string): string {
  const [a, b] = [theirs.trim(), mine.trim()];
  if (a.includes(b)) return theirs;
  if (b.includes(a)) return mine;
  return `${a}\n\n${b}`;
}

function standing_of(base: unknown, mine: unknown, theirs: unknown): FieldStanding {
  if (equal(mine, theirs)) return "same";
  if (equal(mine, base)) return "only_theirs";
  if (equal(theirs, base)) return "only_mine";
  return "both";
}

/// Field by field, in the order of `names`. Where both changed one of the `prose` fields the result holds
/// both texts; any other field keeps mine until the person chooses.
export function merge_versions<Entity extends object>(
  names: readonly (keyof Entity & string)[],
  prose: readonly (keyof Entity & string)[],
  base: Entity,
  mine: Entity,
  theirs: Entity,
): MergedField<Entity[keyof Entity & string]>[] {
  return names.map((name) => {
    const [m, t] = [mine[name], theirs[name]];
    const standing = standing_of(base[name], m, t);
    let result = standing === "only_theirs" ? t : m;
    if (standing === "both" && prose.includes(name) && typeof m === "string" && typeof t === "string") {
      result = join_texts(t, m) as typeof m;
    }
    return { name, standing, mine: m, theirs: t, result };
  });
}
