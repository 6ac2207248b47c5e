// A new consent, or a wider one: more services, other topics, a later last day.
import { useState } from "react";
import { api, type FieldFault } from "../api/client.ts";
import type { ConsentInput, FollowUp, Units } from "../api/names.ts";
import { use_load } from "../api/use_load.ts";
import { plus_days, today_in_norway } from "../shared/dates.ts";
import { CheckField, DateField, TextArea } from "../shared/fields.tsx";
import { missing } from "../shared/form.tsx";
import { FormWindow } from "../shared/window.tsx";
import { use_words } from "../words/use_words.ts";
import { Giver } from "../open_log/giver.tsx";
import { empty_giver, type GiverDraft } from "../open_log/log_draft.ts";
import { use_follow_up, use_send } from "./scope.tsx";

const purposes: ConsentInput["purposes"] = ["cooperation", "information_sharing", "referral"];
const topics: ConsentInput["topics"] = ["wellbeing", "school", "health", "family", "leisure", "development"];

interface Person {
  id: string;
  name: string;
  who: "child" | "guardian";
  without_responsibility: boolean;
}

export function NewConsentWindow({ open, on_close }: { open: boolean; on_close: () => void }) {
  const { t } = use_words();
  const { follow_up, path } = use_follow_up();
  const { action, send } = use_send();
  const units = use_load<Units>(open ? "/v1/units" : null);
  const last = follow_up.consents.find((one) => one.state === "in_force");
  const [givers, set_givers] = useState<Record<string, GiverDraft>>({});
  const [plan, set_plan] = useState({
    units: last?.units ?? [],
    purposes: last?.purposes ?? (["cooperation", "information_sharing"] as ConsentInput["purposes"]),
    topics: last?.topics ?? ([] as ConsentInput["topics"]),
    valid_until: last?.valid_until ?? plus_days(today_in_norway(), 364),
    child_view: "",
  });
  const [faults, set_faults] = useState<FieldFault[]>([]);
  const change = (part: Partial<typeof plan>) => set_plan((old) => ({ ...old, ...part }));
  const people: Person[] = [
    ...(follow_up.child ? [{ id: follow_up.child.id, name: follow_up.child.name, who: "child" as const, without_responsibility: false }] : []),
    ...follow_up.guardians.map((one) => ({ id: one.id, name: one.name, who: "guardian" as const, without_responsibility: !one.parental_responsibility })),
  ];
  const said_yes = people.filter((person) => givers[person.id]?.said_yes);

  async function submit() {
    const how = Object.fromEntries(said_yes.map((person) => [`${person.id}.how`, givers[person.id]?.how ?? ""]));
    const found = missing(t, { units: plan.units, purposes: plan.purposes, topics: plan.topics, valid_until: plan.valid_until, ...how });
    if (said_yes.length === 0) found.push({ path: `${people[0]?.id ?? ""}.said_yes`, code: "consent", message: t("log.must_say_yes") });
    set_faults(found);
    if (found.length > 0) return;
    const input: ConsentInput = {
      givers: said_yes.map((person) => {
        const giver = givers[person.id] ?? empty_giver();
        return {
          who: person.who,
          person: person.id,
          given_on: giver.given_on,
          how: giver.how === "" ? "in_person" : giver.how,
          language: giver.language,
          interpreter: giver.interpreter,
        };
      }),
      units: plan.units,
      purposes: plan.purposes,
      topics: plan.topics,
      valid_until: plan.valid_until,
      ...(plan.child_view.trim() ? { child_view: plan.child_view.trim() } : {}),
    };
    if (!(await send(() => api.post<FollowUp>(`${path}/consents`, input), t("consent.saved")))) return;
    set_givers({});
    on_close();
  }

  return (
    <FormWindow open={open} on_close={on_close} title={t("consent.new")} submit_label={t("action.save")} pending={action.pending} problem={action.problem} faults={faults} on_submit={() => void submit()}>
      <p className="sv-soft">{t("consent.new_text")}</p>
      {people.map((person) => (
        <Giver key={person.id} name={person.id} who={person.name} without_responsibility={person.without_responsibility} giver={givers[person.id] ?? empty_giver()} change={(giver) => set_givers((old) => ({ ...old, [person.id]: giver }))} />
      ))}
      <CheckField name="units" label={t("consent.units")} help={t("consent.units_help")} value={plan.units} on_change={(chosen) => change({ units: chosen })} choices={(units.data?.units ?? []).map((unit) => ({ value: unit.id, label: unit.name }))} />
      <CheckField name="purposes" label={t("consent.purposes")} value={plan.purposes} on_change={(chosen) => change({ purposes: chosen })} choices={purposes.map((value) => ({ value, label: t(`purpose.${value}`) }))} />
      <CheckField name="topics" label={t("consent.topics")} value={plan.topics} on_change={(chosen) => change({ topics: chosen })} choices={topics.map((value) => ({ value, label: t(`topic.${value}`) }))} />
      <DateField name="valid_until" label={t("consent.valid_until")} help={t("consent.valid_help")} min={today_in_norway()} max={plus_days(today_in_norway(), 730)} value={plan.valid_until} on_change={(valid_until) => change({ valid_until })} />
      <TextArea name="child_view" label={t("consent.child_view", { name: follow_up.child?.name ?? "" })} help={t("consent.child_view_help")} optional rows={3} max_length={2000} value={plan.child_view} on_change={(child_view) => change({ child_view })} />
    </FormWindow>
  );
}
