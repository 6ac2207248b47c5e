// Somebody saved before you. Shows both versions side by side, field by field; one chooses, or joins
// the texts and edits the result. Nothing is lost: the window closes only by a choice.
import { Button } from "@digdir/designsystemet-react";
import { useMemo, useState } from "react";
import { use_words } from "../words/use_words.ts";
import { Form } from "./form.tsx";
import { RadioField, TextArea } from "./fields.tsx";
import { join_texts, merge_versions, type MergedField } from "./merge_versions.ts";
import { Window } from "./window.tsx";

export interface ConflictField<Edit> {
  name: keyof Edit & string;
  label: string;
  /// Long text that can be joined and edited.
  prose?: boolean;
  /// How a value is written for a person; texts are written as they are.
  show?: (value: never) => string;
}

interface Props<Edit extends object> {
  fields: ConflictField<Edit>[];
  base: Edit;
  mine: Edit;
  theirs: Edit;
  on_resolve: (edit: Edit) => void;
}

type Pick = "mine" | "theirs" | "both";

export function ConflictWindow<Edit extends object>({ fields, base, mine, theirs, on_resolve }: Props<Edit>) {
  const { t } = use_words();
  const merged = useMemo(
    () => merge_versions(fields.map((one) => one.name), fields.filter((one) => one.prose).map((one) => one.name), base, mine, theirs),
    [fields, base, mine, theirs],
  );
  const [results, set_results] = useState<Record<string, unknown>>({});
  const open_fields = merged.filter((field) => field.standing === "both");
  const settled = merged.filter((field) => field.standing === "only_theirs");
  const result_of = (field: MergedField<unknown>) => (field.name in results ? results[field.name] : field.result);

  function keep() {
    const chosen = Object.fromEntries(merged.map((field) => [field.name, result_of(field)]));
    on_resolve({ ...mine, ...chosen });
  }

  const label_of = (name: string) => fields.find((one) => one.name === name)?.label ?? name;

  return (
    <Window open wide must_answer title={t("conflict.title")} on_close={() => {}}>
      <p>{t("conflict.lead")}</p>
      <Form on_submit={keep}>
        {settled.length > 0 ? (
          <p className="sv-soft">{t("conflict.taken", { fields: settled.map((field) => label_of(field.name)).join(", ") })}</p>
        ) : null}
        {open_fields.length === 0 ? <p>{t("conflict.none_open")}</p> : null}
        {open_fields.map((field) => (
          <ConflictChoice
            key={field.name}
            field={field}
            rule={fields.find((one) => one.name === field.name) as ConflictField<object>}
            result={result_of(field)}
            on_result={(value) => set_results((old) => ({ ...old, [field.name]: value }))}
          />
        ))}
        <div className="sv-row">
          <Button type="submit">{t("conflict.save")}</Button>
        </div>
      </Form>
    </Window>
  );
}

interface ChoiceProps {
  field: MergedField<unknown>;
  rule: ConflictField<object>;
  result: unknown;
  on_result: (value: unknown) => void;
}

function ConflictChoice({ field, rule, result, on_result }: ChoiceProps) {
  const { t } = use_words();
  const show = (value: unknown): string => {
    const text = rule.show ? rule.show(value as never) : String(value ?? "");
    return text || t("conflict.empty");
  };
  const [pick, set_pick] = useState<Pick>(rule.prose ? "both" : "mine");
  const choices = [
    { value: "mine" as const, label: t("conflict.keep_mine") },
    { value: "theirs" as const, label: t("conflict.keep_theirs") },
    ...(rule.prose ? [{ value: "both" as const, label: t("conflict.keep_both") }] : []),
  ];

  function choose(next: Pick | "") {
    if (next === "") return;
    set_pick(next);
    on_result(next === "mine" ? field.mine : next === "theirs" ? field.theirs : join_texts(String(field.theirs), String(field.mine)));
  }

  return (
    <section className="sv-conflict">
      <h3>{rule.label}</h3>
      <div className="sv-conflict__sides">
        <div>
          <p className="sv-eyebrow">{t("conflict.mine")}</p>
          <p className="sv-prose">{show(field.mine)}</p>
        </div>
        <div>
          <p className="sv-eyebrow">{t("conflict.theirs")}</p>
          <p className="sv-prose">{show(field.theirs)}</p>
        </div>
      </div>
      <RadioField name={`pick-${field.name}`} label={t("conflict.choose")} value={pick} on_change={choose} choices={choices} />
      {rule.prose ? (
        <TextArea name={field.name} label={t("conflict.result")} rows={8} value={String(result ?? "")} on_change={on_result} />
      ) : null}
    </section>
  );
}
