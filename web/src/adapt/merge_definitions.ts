// Two people changed the same draft: from what both began with, what each wrote. What only one of them changed is
// taken; where both changed the same thing a person chooses. Lists whose items have names of their own (stages,
// steps, flags, answers, scenarios) are matched by them; any other list or sentence is one value. Pure.

export interface Clash {
  /// "stages/level_1/steps/evaluate/title"
  path: string;
  base: unknown;
  mine: unknown;
  theirs: unknown;
}

export type Side = "mine" | "theirs";

type Json = Record<string, unknown>;

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
const is_object = (value: unknown): value is Json => typeof value === "object" && value !== null && !Array.isArray(value);
const is_sentence = (value: Json) => Object.keys(value).some((name) => name === "nb" || name === "nn" || name === "en");

function name_of(item: unknown): string | undefined {
  if (!is_object(item)) return undefined;
  const name = item["id"] ?? item["answer"] ?? item["situation"];
  return typeof name === "string" ? name : undefined;
}

/// The items by name; null when the list is one value: an item without a name, or two of one name.
function named_items(list: unknown): Map<string, unknown> | null {
  if (list === undefined) return new Map();
  if (!Array.isArray(list)) return null;
  const items = new Map<string, unknown>();
  for (const item of list) {
    const name = name_of(item);
    if (name === undefined || items.has(name)) return null;
    items.set(name, item);
  }
  return items;
}

interface Merging {
  clashes: Clash[];
  chosen: Record<string, Side>;
}

function choose(merging: Merging, path: string, base: unknown, mine: unknown, theirs: unknown): unknown {
  merging.clashes.push({ path, base, mine, theirs });
  return (merging.chosen[path] ?? "mine") === "mine" ? mine : theirs;
}

function merge_value(merging: Merging, path: string, base: unknown, mine: unknown, theirs: unknown): unknown {
  if (same(mine, theirs) || same(theirs, base)) return mine;
  if (same(mine, base)) return theirs;
  const lists = [base, mine, theirs].map(named_items);
  const [from, ours, others] = lists;
  if (Array.isArray(mine) && Array.isArray(theirs) && from && ours && others) {
    return merge_lists(merging, path, from, ours, others);
  }
  if (is_object(mine) && is_object(theirs) && !is_sentence(mine) && !is_sentence(theirs)) {
    const start = is_object(base) ? base : {};
    const names = [...new Set([...Object.keys(mine), ...Object.keys(theirs)])];
    const merged = names.map((name) => [name, merge_value(merging, path ? `${path}/${name}` : name, start[name], mine[name], theirs[name])]);
    return Object.fromEntries(merged.filter(([, value]) => value !== undefined));
  }
  return choose(merging, path, base, mine, theirs);
}

/// In our order, theirs where only they moved things; what is new from them follows what it follows there.
function merge_lists(merging: Merging, path: string, base: Map<string, unknown>, mine: Map<string, unknown>, theirs: Map<string, unknown>) {
  const kept = (order: Map<string, unknown>) => [...order.keys()].filter((name) => base.has(name) && mine.has(name) && theirs.has(name));
  const only_they_moved = same(kept(mine), kept(base)) && !same(kept(theirs), kept(base));
  const [first, second] = only_they_moved ? [theirs, mine] : [mine, theirs];
  const order = [...first.keys()];
  const other = [...second.keys()];
  other.forEach((name, place) => {
    if (order.includes(name)) return;
    const before = other.slice(0, place).reverse().find((one) => order.includes(one));
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, name);
  });
  return order
    .map((name) => merge_value(merging, path ? `${path}/${name}` : name, base.get(name), mine.get(name), theirs.get(name)))
    .filter((item) => item !== undefined);
}

export interface Merged {
  value: unknown;
  clashes: Clash[];
}

/// With mine where nobody chose.
export function merge_json(base: unknown, mine: unknown, theirs: unknown, chosen: Record<string, Side> = {}): Merged {
  const merging: Merging = { clashes: [], chosen };
  const value = merge_value(merging, "", base, mine, theirs);
  return { value, clashes: merging.clashes };
}
