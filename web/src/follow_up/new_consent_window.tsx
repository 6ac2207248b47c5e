// A new consent, or a wider one: more services, other topics, a later last day. Asked are those who must consent;
// they may say yes on different days, so whoever is still missing is named and hinders nothing.
import { useState } from "react";
import { api, type FieldFault } from "../api/client.ts";
import type { ConsentInput, FollowUp, Units } from "../api/names.ts";
import { use_load } from "../api/use_load.ts";
import { purposes, purposes_of_log, topics } from "../shared/consent_choices.ts";
import { plus_days, today_in_norway } from "../shared/dates.ts";
import { CheckField, DateField, TextArea, YesField } from "../shared/fields.tsx";
import { missing } from "../shared/form.tsx";
import { NotLoaded } from "../shared/loading.tsx";
import { FormWindow } from "../shared/window.tsx";
import { use_words } from "../words/use_words.ts";
import { Giver } from "../open_log/giver.tsx";
import { empty_giver, type GiverDraft } from "../open_log/log_draft.ts";
import { lacking, says_yes_to } from "./consent_cover.ts";
import { use_follow_up, use_send } from "./scope.tsx";
import { use_must_consent } from "./use_must_consent.ts";


type Plan = Required<Omit<ConsentInput, "givers">>;

interface Person {
  id: string;
  name: string;
  who: "child" | "guardian";
}

/// As the newest consent in force says (consents come in the order they were recorded), until somebody types.
function plan_of(follow_up: FollowUp): Plan {
  const in_force = follow_up.consents.filter((one) => one.state === "in_force");
  const last = in_force.at(-1);
  return {
    units: last?.units ?? [],
    purposes: last?.purposes ?? purposes_of_log,
    topics: last?.topics ?? [],
    valid_until: last?.valid_until ?? plus_days(today_in_norway(), 364),
    guardians_may_see: in_force.findLast((one) => one.who === "child")?.guardians_may_see ?? false,
    child_view: "",
  };
}

export function NewConsentWindow({ open, on_close }: { open: boolean; on_close: () => void }) {
  const { t, language } = use_words();
  const { follow_up, path } = use_follow_up();
  const { action, send } = use_send();
  const units = use_load<Units>(open ? "/v1/units" : null);
  const asked = use_must_consent(follow_up, open);
  const [givers, set_givers] = useState<Record<string, GiverDraft>>({});
  const [typed, set_typed] = useState<Partial<Plan>>({});
  const [faults, set_faults] = useState<FieldFault[]>([]);
  const change = (part: Partial<Plan>) => set_typed((old) => ({ ...old, ...part }));
  const plan = { ...plan_of(follow_up), ...typed };
  const { musts } = asked;
  const asked_for = new Set(musts?.flatMap((must) => must.people));
  const people: Person[] = [
    ...(follow_up.child ? [{ id: follow_up.child.id, name: follow_up.child.name, who: "child" as const }] : []),
    ...follow_up.guardians.map((one) => ({ id: one.id, name: one.name, who: "guardian" as const })),
  ].filter((person) => asked_for.has(person.id));
  const said_yes = people.filter((person) => givers[person.id]?.said_yes);
  const says_yes = (person: string) =>
    givers[person]?.said_yes ||
    (plan.units.length > 0 && plan.units.every((unit) => says_yes_to(follow_up.consents, person, unit)));
  const still_missing = musts ? lacking(musts, says_yes) : [];
  const one_is_enough = musts?.some((must) => must.how_many === "one") ?? false;
  const list = new Intl.ListFormat(language, { type: one_is_enough ? "disjunction" : "conjunction" });
  const names = list.format(people.filter((person) => still_missing.includes(person.id)).map((person) => person.name));

  async function submit() {
    const how = Object.fromEntries(said_yes.map((person) => [`${person.id}.how`, givers[person.id]?.how ?? ""]));
    const found = missing(t, { units: plan.units, purposes: plan.purposes, topics: plan.topics, valid_until: plan.valid_until, ...how });
    if (said_yes.length === 0) {
      const first = still_missing[0] ?? people[0]?.id ?? "";
      found.push({ path: `${first}.said_yes`, code: "consent", message: t("consent.nobody_yet") });
    }
    set_faults(found);
    if (found.length > 0) return;
    const { guardians_may_see, child_view, ...rest } = plan;
    const input: ConsentInput = {
      givers: said_yes.map((person) => {
        const { given_on, how: way, language, interpreter } = givers[person.id] ?? empty_giver();
        return { who: person.who, person: person.id, given_on, how: way === "" ? "in_person" : way, language, interpreter };
      }),
      ...rest,
      ...(said_yes.some((person) => person.who === "child") ? { guardians_may_see } : {}),
      ...(child_view.trim() ? { child_view: child_view.trim() } : {}),
    };
    if (!(await send(() => api.post<FollowUp>(`${path}/consents`, input), t("consent.saved")))) return;
    set_givers({});
    set_typed({});
    on_close();
  }

  return (
    <FormWindow open={open} on_close={on_close} title={t("consent.new")} submit_label={t("action.save")} pending={action.pending} problem={action.problem} faults={faults} on_submit={() => void submit()}>
      <p className="sv-soft">{t("consent.new_text")}</p>
      <NotLoaded loaded={asked} />
      {people.map((person) => (
        <Giver key={person.id} name={person.id} who={person.name} giver={givers[person.id] ?? empty_giver()} change={(giver) => set_givers((old) => ({ ...old, [person.id]: giver }))}>
          {person.who === "child" && follow_up.guardians.length > 0 ? (
            <YesField label={t("consent.guardians_may_see")} help={t("consent.guardians_may_see_help", { name: person.name })} value={plan.guardians_may_see} on_change={(guardians_may_see) => change({ guardians_may_see })} />
          ) : null}
        </Giver>
      ))}
      <p role="status">{names ? t("consent.still_missing", { names }) : null}</p>
      <NotLoaded loaded={units} />
      <CheckField name="units" label={t("consent.units")} help={t("consent.units_help")} value={plan.units} on_change={(chosen) => change({ units: chosen })} choices={(units.data?.units ?? []).map((unit) => ({ value: unit.id, label: unit.name }))} />
      <CheckField name="purposes" label={t("consent.purposes")} help={t("consent.purposes_help")} value={plan.purposes} on_change={(chosen) => change({ purposes: chosen })} choices={purposes.map((value) => ({ value, label: t(`purpose.${value}`) }))} />
      <CheckField name="topics" label={t("consent.topics")} value={plan.topics} on_change={(chosen) => change({ topics: chosen })} choices={topics.map((value) => ({ value, label: t(`topic.${value}`) }))} />
      <DateField name="valid_until" label={t("consent.valid_until")} help={t("consent.valid_help")} min={today_in_norway()} max={plus_days(today_in_norway(), 730)} value={plan.valid_until} on_change={(valid_until) => change({ valid_until })} />
      <TextArea name="child_view" label={t("consent.child_view", { name: follow_up.child?.name ?? "" })} help={t("consent.child_view_help")} optional rows={3} max_length={2000} value={plan.child_view} on_change={(child_view) => change({ child_view })} />
    </FormWindow>
  );
}
