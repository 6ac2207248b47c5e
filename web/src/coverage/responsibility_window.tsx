// Write down who is responsible, or change it. When somebody changed it meanwhile, both versions are shown.
import { useState } from "react";
import { api, problem_from, type FieldFault } from "../api/client.ts";
import type { Responsibilities, Responsibility, ResponsibilityInput } from "../api/names.ts";
import { ConflictWindow } from "../shared/conflict_window.tsx";
import { long_date, today_in_norway } from "../shared/dates.ts";
import { CheckField, DateField, SelectField, TextArea, TextField } from "../shared/fields.tsx";
import { missing } from "../shared/form.tsx";
import type { Stored } from "../shared/saver.ts";
import { use_toast } from "../shared/toasts.tsx";
import { use_action } from "../shared/use_action.ts";
import { use_edit } from "../shared/use_edit.ts";
import { FormWindow } from "../shared/window.tsx";
import { use_words } from "../words/use_words.ts";
import { theme_of, treated } from "./coverage.ts";

/// In the choice of units: one that is not the municipality's.
const another = "another";

interface Edit {
  age_from: string;
  age_to: string;
  theme: string;
  severities: Responsibility["severities"];
  unit: string;
  other_unit: string;
  leader: string;
  decided_on: string;
  note: string;
}

function none(): Stored<Edit> {
  const edit: Edit = { age_from: "", age_to: "", theme: "all", severities: [], unit: "", other_unit: "", leader: "", decided_on: today_in_norway(), note: "" };
  return { edit, version: 0 };
}

function edit_of(row: Responsibility): Stored<Edit> {
  const { theme, severities, leader, decided_on, version } = row;
  const unit = row.unit ?? another;
  const ages = { age_from: String(row.age_from), age_to: String(row.age_to) };
  return { edit: { ...ages, theme, severities, unit, other_unit: row.other_unit ?? "", leader, decided_on, note: row.note ?? "" }, version };
}

interface Props {
  kept: Responsibilities;
  row?: Responsibility;
  set: (kept: Responsibilities) => void;
  on_close: () => void;
}

export function ResponsibilityWindow({ kept, row, set, on_close }: Props) {
  const { t, language } = use_words();
  const say = use_toast();
  const action = use_action();
  const { mine: edit, base, theirs, change, ...form } = use_edit(() => (row ? edit_of(row) : none()));
  const [faults, set_faults] = useState<FieldFault[]>([]);

  async function store(values: Edit, version: number): Promise<Responsibilities> {
    const input = input_of(values);
    if (!row) return api.post<Responsibilities>("/v1/responsibilities", input);
    try {
      return await api.put<Responsibilities>(`/v1/responsibilities/${row.id}`, { version, ...input });
    } catch (thrown) {
      const problem = problem_from(thrown);
      const current = (problem.current as Responsibilities | undefined)?.rows.find((one) => one.id === row.id);
      if (problem.code === "edit_conflict" && current) form.meet(edit_of(current));
      throw problem;
    }
  }

  async function save(values: Edit, version: number) {
    const next = await action.run(() => store(values, version));
    if (!next) return;
    set(next);
    say(t("responsibility.saved"));
    on_close();
  }

  function submit() {
    const { age_from, age_to, severities, unit, leader, decided_on } = edit;
    const needed = { age_from: whole(age_from), age_to: whole(age_to), severities, unit, leader: leader.trim(), decided_on };
    const found = missing(t, unit === another ? { ...needed, other_unit: edit.other_unit.trim() } : needed);
    set_faults(found);
    if (found.length === 0) void save(edit, base.version);
  }

  const units = [...kept.units.map((unit) => ({ value: unit.id, label: unit.name })), { value: another, label: t("responsibility.another") }];
  const themes = ["all", ...kept.themes.map((theme) => theme.id)].map((value) => ({ value, label: theme_of(kept, value, t) }));
  const grades = treated.map((value) => ({ value, label: t(`coverage.severity.${value}`) }));
  const unit_name = (id: string) => units.find((unit) => unit.value === id)?.label ?? "";
  return (
    <>
      <FormWindow
        open={!theirs}
        on_close={on_close}
        title={row ? t("responsibility.change") : t("responsibility.add")}
        submit_label={t("action.save")}
        pending={action.pending}
        problem={action.problem}
        faults={faults}
        on_submit={submit}
      >
        <div className="sv-pair">
          <TextField name="age_from" label={t("responsibility.age_from")} help={t("responsibility.age_help")} short input_mode="numeric" max_length={2} value={edit.age_from} on_change={(age_from) => change({ age_from })} />
          <TextField name="age_to" label={t("responsibility.age_to")} help={t("responsibility.age_to_help")} short input_mode="numeric" max_length={2} value={edit.age_to} on_change={(age_to) => change({ age_to })} />
        </div>
        <SelectField name="theme" label={t("coverage.theme")} help={t("responsibility.theme_help")} value={edit.theme} on_change={(theme) => change({ theme: theme || "all" })} choices={themes} />
        <CheckField name="severities" label={t("coverage.severity")} value={edit.severities} on_change={(severities) => change({ severities })} choices={grades} />
        <SelectField name="unit" label={t("responsibility.unit")} value={edit.unit} on_change={(unit) => change({ unit })} choices={units} />
        {edit.unit === another ? (
          <TextField name="other_unit" label={t("responsibility.other_unit")} max_length={200} value={edit.other_unit} on_change={(other_unit) => change({ other_unit })} />
        ) : null}
        <TextField name="leader" label={t("responsibility.leader")} max_length={200} value={edit.leader} on_change={(leader) => change({ leader })} />
        <DateField name="decided_on" label={t("responsibility.decided_on")} max={today_in_norway()} value={edit.decided_on} on_change={(decided_on) => change({ decided_on })} />
        <TextArea name="note" label={t("responsibility.note")} help={t("responsibility.note_help")} optional rows={2} max_length={2000} value={edit.note} on_change={(note) => change({ note })} />
      </FormWindow>
      {theirs ? (
        <ConflictWindow<Edit>
          base={base.edit}
          mine={edit}
          theirs={theirs.edit}
          fields={[
            { name: "age_from", label: t("responsibility.age_from") },
            { name: "age_to", label: t("responsibility.age_to") },
            { name: "theme", label: t("coverage.theme"), show: (theme: string) => theme_of(kept, theme, t) },
            { name: "severities", label: t("coverage.severity"), show: (all: Edit["severities"]) => all.map((one) => t(`coverage.severity.${one}`)).join(", ") },
            { name: "unit", label: t("responsibility.unit"), show: unit_name },
            { name: "other_unit", label: t("responsibility.other_unit") },
            { name: "leader", label: t("responsibility.leader") },
            { name: "decided_on", label: t("responsibility.decided_on"), show: (date: string) => long_date(date, language) },
            { name: "note", label: t("responsibility.note"), prose: true },
          ]}
          on_resolve={(merged) => {
            form.resolve(merged);
            void save(merged, theirs.version);
          }}
        />
      ) : null}
    </>
  );
}

/// The text, when it is a whole number.
function whole(text: string): string {
  return /^\d{1,2}$/.test(text.trim()) ? text.trim() : "";
}

function input_of(edit: Edit): ResponsibilityInput {
  const { theme, severities, decided_on } = edit;
  const unit = edit.unit === another ? { other_unit: edit.other_unit.trim() } : { unit: edit.unit };
  const note = edit.note.trim() ? { note: edit.note.trim() } : {};
  return { age_from: Number(edit.age_from), age_to: Number(edit.age_to), theme, severities, leader: edit.leader.trim(), decided_on, ...unit, ...note };
}
