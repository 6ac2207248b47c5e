// Take somebody into the team: the service first, then who. Only services that a consent in force covers.
import { useState } from "react";
import { Link } from "react-router";
import { api, type FieldFault } from "../api/client.ts";
import type { FollowUp, Units } from "../api/names.ts";
import { use_load } from "../api/use_load.ts";
import { RadioField, SelectField } from "../shared/fields.tsx";
import { missing } from "../shared/form.tsx";
import { NotLoaded } from "../shared/loading.tsx";
import { profession_word } from "../shared/people.tsx";
import { FormWindow } from "../shared/window.tsx";
import { use_words } from "../words/use_words.ts";
import { covers } from "./consent_cover.ts";
import { use_follow_up, use_send } from "./scope.tsx";
import { use_must_consent } from "./use_must_consent.ts";

export function AddMemberWindow({ open, on_close }: { open: boolean; on_close: () => void }) {
  const { t } = use_words();
  const { follow_up, path, team } = use_follow_up();
  const { action, send } = use_send();
  const units = use_load<Units>(open ? "/v1/units" : null);
  const asked = use_must_consent(follow_up, open);
  const [unit, set_unit] = useState("");
  const [account, set_account] = useState("");
  const [faults, set_faults] = useState<FieldFault[]>([]);
  const { musts } = asked;
  const choices = musts ? (units.data?.units ?? []).filter((one) => covers(musts, follow_up.consents, one.id)) : [];
  const already = new Set(team.map((member) => member.account));
  const people = (choices.find((one) => one.id === unit)?.members ?? []).filter((one) => !already.has(one.account));

  async function submit() {
    const found = missing(t, { unit, ...(unit ? { account } : {}) });
    set_faults(found);
    if (found.length > 0) return;
    if (!(await send(() => api.post<FollowUp>(`${path}/team`, { account, unit }), t("team.added")))) return;
    set_unit("");
    set_account("");
    on_close();
  }

  return (
    <FormWindow open={open} on_close={on_close} title={t("team.add")} submit_label={t("team.add")} pending={action.pending} problem={action.problem} faults={faults} on_submit={() => void submit()}>
      <p className="sv-soft">
        {t("team.add_text")} <Link to={`/follow-ups/${follow_up.id}/consent`}>{t("team.new_consent")}</Link>
      </p>
      <NotLoaded loaded={units} />
      <NotLoaded loaded={asked} />
      {musts && units.data && choices.length === 0 ? <p className="sv-notice">{t("team.no_covered_unit")}</p> : null}
      <SelectField
        name="unit"
        label={t("team.unit")}
        value={unit}
        on_change={(next) => {
          set_unit(next);
          set_account("");
        }}
        choices={choices.map((one) => ({ value: one.id, label: one.name }))}
      />
      {unit && people.length > 0 ? (
        <RadioField
          name="account"
          label={t("team.who")}
          value={account}
          on_change={set_account}
          choices={people.map((one) => ({ value: one.account, label: one.name, help: profession_word(one.profession, t) }))}
        />
      ) : null}
      {unit && people.length === 0 ? <p>{t("team.nobody_more")}</p> : null}
    </FormWindow>
  );
}
