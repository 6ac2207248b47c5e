// What kind of offer it is, who answers for it, what it goes together with, and from when to when it exists.
import type { OfferRows } from "../api/names.ts";
import { use_load } from "../api/use_load.ts";
import { DateField, SelectField, TextField, YesField } from "../shared/fields.tsx";
import { use_words } from "../words/use_words.ts";
import { LinesField, PickList } from "./list_fields.tsx";
import { use_offer } from "./offer_scope.tsx";
import { provider_word } from "./offer_words.ts";

export function AboutPart() {
  const { t } = use_words();
  const { offer, change, words } = use_offer();
  const others = (use_load<OfferRows>("/v1/offers").data?.offers ?? []).filter((row) => row.id !== offer.id);
  const kinds = words.kinds.map((one) => ({ value: one.id, label: one.name }));
  const { organization, valid } = offer;
  const set_number = (text: string) => change({ organization: { name: organization.name, ...(text ? { organization_number: text } : {}) } });
  return (
    <>
      <SelectField name="kind" label={t("offers.field.kind")} value={offer.kind} on_change={(kind) => kind && change({ kind })} choices={kinds} />
      <SelectField name="provider" label={t("offers.field.provider")} value={offer.provider} on_change={(provider) => provider && change({ provider })} choices={words.providers.map((one) => ({ value: one, label: provider_word(t, one) }))} />
      <div className="sv-pair">
        <TextField name="organization.name" label={t("offers.field.organization")} value={organization.name} max_length={200} on_change={(name) => change({ organization: { ...organization, name } })} />
        <TextField name="organization.organization_number" label={t("offers.field.organization_number")} optional short input_mode="numeric" value={organization.organization_number ?? ""} max_length={9} on_change={(text) => set_number(text.replace(/\D/g, ""))} />
      </div>
      <YesField label={t("offers.field.multidisciplinary")} value={offer.multidisciplinary} on_change={(multidisciplinary) => change({ multidisciplinary })} />
      <PickList name="in_addition_to" label={t("offers.field.in_addition_to")} value={offer.in_addition_to ?? []} on_change={(in_addition_to) => change({ in_addition_to })} choices={kinds} optional />
      <PickList name="cooperates_with" label={t("offers.field.cooperates_with")} value={offer.cooperates_with ?? []} on_change={(cooperates_with) => change({ cooperates_with })} choices={others.map((row) => ({ value: row.id, label: row.name }))} optional />
      <LinesField name="legal_basis" label={t("offers.field.legal_basis")} help={t("offers.help.legal_basis")} value={offer.legal_basis ?? []} on_change={(legal_basis) => change({ legal_basis })} />
      <div className="sv-pair">
        <DateField name="valid.from" label={t("offers.field.valid_from")} optional value={valid?.from ?? ""} on_change={(from) => change({ valid: { ...valid, from } })} />
        <DateField name="valid.to" label={t("offers.field.valid_to")} optional value={valid?.to ?? ""} on_change={(to) => change({ valid: { ...valid, to } })} />
      </div>
    </>
  );
}
