// What differs from the national version, by stage and step, before and after in words.
import { useMemo } from "react";
import type { PathwayDifference } from "../api/names.ts";
import { use_words } from "../words/use_words.ts";
import { form_path, part_at_spot, parts_of, read_definition, type Path } from "./definition.ts";
import { use_scope } from "./edit_scope.tsx";
import { use_telling } from "./use_telling.ts";
import { field_title, parse_value, versions_in_words, type Telling } from "./value_words.ts";

interface Props {
  differences: PathwayDifference[] | undefined;
  /// The national version, for what parts were called.
  base: string;
  base_version: number;
  on_go: (path: Path) => void;
}

interface Group {
  title: string;
  path: Path | undefined;
  rows: PathwayDifference[];
}

export function DifferencesPart({ differences, base, base_version, on_go }: Props) {
  const { t } = use_words();
  const { definition, vocabulary, telling } = use_scope();
  const national = useMemo(() => read_definition(base), [base]);
  const before = use_telling(national ?? definition, vocabulary);
  const all = useMemo<Telling>(() => ({ ...telling, titles: new Map([...before.titles, ...telling.titles]) }), [telling, before]);
  const parts = useMemo(() => parts_of(definition), [definition]);
  if (differences === undefined) return <p className="sv-card sv-empty">{t("adapt.check.waiting")}</p>;

  const groups: Group[] = [];
  for (const row of differences) {
    const name = [row.stage, row.step].filter(Boolean).map((id) => all.titles.get(id) ?? id).join(" · ") || t("adapt.part.about");
    const found = groups.find((group) => group.title === name);
    const part = part_at_spot(parts, row);
    if (found) found.rows.push(row);
    else groups.push({ title: name, path: part ? form_path(part) : undefined, rows: [row] });
  }
  return (
    <section className="sv-card sv-stack" aria-labelledby="differences">
      <h2 id="differences">{t("adapt.differences.title", { version: base_version })}</h2>
      {differences.length === 0 ? <p className="sv-empty">{t("adapt.differences.none")}</p> : <p className="sv-soft">{t("adapt.differences.count", { count: differences.length })}</p>}
      {groups.map((group) => (
        <section key={group.title} className="sv-stack sv-stack--small sv-difference-group">
          <h3>
            {group.path ? (
              <button type="button" className="sv-link sv-strong" onClick={() => group.path && on_go(group.path)}>
                {group.title}
              </button>
            ) : (
              group.title
            )}
          </h3>
          <ul className="sv-list sv-stack sv-stack--small">
            {group.rows.map((row) => (
              <DifferenceRow key={`${row.kind}${row.path}`} row={row} telling={all} />
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}

function DifferenceRow({ row, telling }: { row: PathwayDifference; telling: Telling }) {
  const { t } = use_words();
  const values = [parse_value(row.before), parse_value(row.after)];
  const [before = "", after = ""] = versions_in_words(values, row.field, telling);
  return (
    <li className="sv-difference">
      <p>
        <span className="sv-tag sv-tag--deep">{t(`adapt.change.${row.kind}`)}</span> <strong>{field_title(row.field, telling)}</strong>
      </p>
      <div className="sv-sides">
        {row.kind === "added" ? null : <Side name={t("adapt.differences.before")} text={before} />}
        {row.kind === "removed" ? null : <Side name={row.kind === "added" ? t("adapt.differences.new") : t("adapt.differences.after")} text={after} />}
      </div>
    </li>
  );
}

/// One version of a value.
export function Side({ name, text }: { name: string; text: string }) {
  const { t } = use_words();
  return (
    <div className="sv-side">
      <p className="sv-eyebrow">{name}</p>
      <p className="sv-prose">{text || t("conflict.empty")}</p>
    </div>
  );
}
