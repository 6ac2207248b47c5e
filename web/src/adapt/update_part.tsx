// A newer national version: what came from them is taken, what is our own is kept, and where both changed the same
// thing a person chooses. Nothing is taken in before all is chosen.
import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import { api, problem_from } from "../api/client.ts";
import type { PathwayChange, PathwayDraft, PathwayUpdate } from "../api/names.ts";
import { use_load } from "../api/use_load.ts";
import { focus_when_lost } from "../shared/focus.ts";
import { RadioField } from "../shared/fields.tsx";
import { Form } from "../shared/form.tsx";
import { NotLoaded } from "../shared/loading.tsx";
import { use_toast } from "../shared/toasts.tsx";
import { use_action } from "../shared/use_action.ts";
import { use_words } from "../words/use_words.ts";
import { Side } from "./differences_part.tsx";
import { use_scope } from "./edit_scope.tsx";
import { field_title, parse_value, versions_in_words } from "./value_words.ts";

interface Props {
  pathway: string;
  /// Stores what is written and says which version it then has.
  store: () => Promise<number>;
  on_taken: (draft: PathwayDraft) => void;
}

const nothing_new = "nothing-new";

type Choice = "ours" | "theirs";

export function UpdatePart({ pathway, store, on_taken }: Props) {
  const { t } = use_words();
  const say = use_toast();
  const action = use_action();
  const path = `/v1/pathway-drafts/${pathway}/update`;
  const loaded = use_load<PathwayUpdate>(path);
  const [choices, set_choices] = useState<Record<string, Choice>>({});
  const update = loaded.data;
  if (!update) return loaded.problem ? <NotLoaded loaded={loaded} /> : <p className="sv-card sv-empty">{t("loading")}</p>;
  if (update.from_version === update.to_version) {
    return (
      <p id={nothing_new} tabIndex={-1} className="sv-card sv-empty">
        {t("adapt.update.none", { version: update.to_version })}
      </p>
    );
  }

  const of = (by: PathwayChange["by"]) => update.changes.filter((change) => change.by === by);
  const open = of("both_differently").filter((change) => !choices[change.path]);
  const faults = action.problem ? [] : undefined;

  async function take() {
    const draft = await action.run(async () => {
      const version = await store();
      try {
        return await api.post<PathwayDraft>(path, { version, choices });
      } catch (thrown) {
        const problem = problem_from(thrown);
        if (problem.code === "edit_conflict" && problem.current) on_taken(problem.current as PathwayDraft);
        throw problem;
      }
    });
    if (!draft) return;
    on_taken(draft);
    say(t("adapt.update.taken"));
    // The button is gone with the choices.
    void loaded.reload().then(() => focus_when_lost(nothing_new));
  }

  return (
    <section className="sv-card sv-stack" aria-labelledby="update">
      <div>
        <h2 id="update">{t("adapt.update.title", { from: update.from_version, to: update.to_version })}</h2>
        <p className="sv-soft">{t("adapt.update.lead")}</p>
      </div>
      <Form problem={action.problem} {...(faults ? { faults } : {})} on_submit={() => open.length === 0 && void take()}>
        <Group title={t("adapt.update.both", { count: of("both_differently").length })} rows={of("both_differently")} choices={choices} set_choices={set_choices} must />
        <Group title={t("adapt.update.theirs", { count: of("them").length })} help={t("adapt.update.theirs_help")} rows={of("them")} choices={choices} set_choices={set_choices} />
        <Group title={t("adapt.update.ours", { count: of("us").length })} help={t("adapt.update.ours_help")} rows={of("us")} choices={choices} set_choices={set_choices} />
        {of("both_alike").length > 0 ? <p className="sv-soft">{t("adapt.update.alike", { count: of("both_alike").length })}</p> : null}
        <div className="sv-row">
          <Button type="submit" loading={action.pending} disabled={open.length > 0}>
            {t("adapt.update.take")}
          </Button>
          <span role="status" className="sv-small">
            {open.length > 0 ? t("adapt.update.open", { count: open.length }) : ""}
          </span>
        </div>
      </Form>
    </section>
  );
}

interface GroupProps {
  title: string;
  help?: string;
  rows: PathwayChange[];
  choices: Record<string, Choice>;
  set_choices: (choices: Record<string, Choice>) => void;
  /// A person must choose.
  must?: boolean;
}

function Group({ title, help, rows, choices, set_choices, must = false }: GroupProps) {
  if (rows.length === 0) return null;
  const list = rows.map((row) => (
    <ChangeRow key={row.path} row={row} must={must} choice={choices[row.path]} on_choose={(choice) => set_choices(without(choices, row.path, choice))} />
  ));
  return (
    <details className="sv-more" open={must || undefined}>
      <summary>
        <strong>{title}</strong>
      </summary>
      <div className="sv-more__content sv-stack">
        {help ? <p className="sv-soft sv-small">{help}</p> : null}
        {list}
      </div>
    </details>
  );
}

function without(choices: Record<string, Choice>, path: string, choice: Choice | undefined): Record<string, Choice> {
  const { [path]: _, ...rest } = choices;
  return choice ? { ...rest, [path]: choice } : rest;
}

interface RowProps {
  row: PathwayChange;
  must: boolean;
  choice: Choice | undefined;
  on_choose: (choice: Choice | undefined) => void;
}

function ChangeRow({ row, must, choice, on_choose }: RowProps) {
  const { t } = use_words();
  const { telling } = use_scope();
  const values = [row.base, row.ours, row.theirs].map(parse_value);
  const [base = "", ours = "", theirs = ""] = versions_in_words(values, row.field, telling);
  const place = [row.stage, row.step].filter(Boolean).map((id) => telling.titles.get(id) ?? id).join(" · ");
  const standing: Choice = row.by === "them" ? "theirs" : "ours";
  const choices = [
    { value: "ours" as const, label: t("adapt.update.keep_ours") },
    { value: "theirs" as const, label: t("adapt.update.take_theirs") },
  ];
  return (
    <section className="sv-difference" aria-label={`${place} ${field_title(row.field, telling)}`}>
      <h3>{place || t("adapt.part.about")}</h3>
      <p className="sv-strong">{field_title(row.field, telling)}</p>
      <div className="sv-sides sv-sides--three">
        <Side name={t("adapt.update.side_base")} text={base} />
        <Side name={t("adapt.update.side_ours")} text={ours} />
        <Side name={t("adapt.update.side_theirs")} text={theirs} />
      </div>
      <RadioField
        name={`choices.${row.path}`}
        label={t("conflict.choose")}
        value={choice ?? (must ? "" : standing)}
        on_change={(next) => on_choose(next === "" || (!must && next === standing) ? undefined : next)}
        choices={choices}
      />
    </section>
  );
}
