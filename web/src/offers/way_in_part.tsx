// How one gets in and what one meets: who may refer, whether parents say yes, what it costs, which languages.
import { CheckField, RadioField, TextField, YesField } from "../shared/fields.tsx";
import { use_words } from "../words/use_words.ts";
import { number_in, PickList } from "./list_fields.tsx";
import { use_offer } from "./offer_scope.tsx";
import { referral_word, spoken_word, way_word } from "./offer_words.ts";
import { TextsField } from "./texts_field.tsx";

const spoken = ["nb", "nn", "se", "en", "ar", "de", "es", "fr", "pl", "so", "ti", "uk"];
const consent_age_max = 26;

export function WayInPart() {
  const { t } = use_words();
  const { offer, change, words } = use_offer();
  const { way_in, cost } = offer;
  const set = (part: Partial<typeof way_in>) => change({ way_in: { ...way_in, ...part } });
  const kinds = words.kinds.map((kind) => ({ value: kind.id, label: kind.name }));
  const referrers = [...kinds, { value: "psychologist", label: t("offers.referrer.psychologist") }, { value: "police", label: t("offers.referrer.police") }];
  return (
    <>
      <RadioField name="way_in.referral" label={t("offers.field.referral")} value={way_in.referral} on_change={(referral) => referral && set({ referral })} choices={words.referrals.map((one) => ({ value: one, label: referral_word(t, one) }))} />
      {way_in.referral === "none" ? null : <PickList name="way_in.referrers" label={t("offers.field.referrers")} value={way_in.referrers ?? []} on_change={(chosen) => set({ referrers: chosen })} choices={referrers} optional />}
      <YesField label={t("offers.field.self")} help={t("offers.help.self")} value={way_in.self} on_change={(self) => set({ self })} />
      <YesField label={t("offers.field.anonymous")} value={offer.anonymous} on_change={(anonymous) => change({ anonymous })} />
      <TextField
        name="way_in.parents_consent_below"
        label={t("offers.field.consent_below")}
        help={t("offers.help.consent_below")}
        short
        optional
        input_mode="numeric"
        value={way_in.parents_consent_below === undefined ? "" : String(way_in.parents_consent_below)}
        on_change={(text) => set({ parents_consent_below: number_in(text, consent_age_max) })}
      />
      <TextsField name="way_in.note" label={t("offers.field.way_in_note")} value={way_in.note} on_change={(note) => set({ note })} max={400} rows={2} optional />
      <CheckField name="ways" label={t("offers.field.ways")} value={offer.ways} on_change={(ways) => change({ ways })} choices={words.ways.map((one) => ({ value: one, label: way_word(t, one) }))} />
      <RadioField
        name="cost.kind"
        label={t("offers.field.cost")}
        value={cost.kind}
        on_change={(kind) => kind && change({ cost: { ...cost, kind } })}
        choices={[
          { value: "free", label: t("offers.cost.free") },
          { value: "fee", label: t("offers.cost.fee") },
        ]}
      />
      <TextsField name="cost.note" label={t("offers.field.cost_note")} value={cost.note} on_change={(note) => change({ cost: { ...cost, note } })} max={300} optional />
      <PickList name="languages" label={t("offers.field.languages")} value={offer.languages ?? []} on_change={(languages) => change({ languages })} choices={spoken.map((one) => ({ value: one, label: spoken_word(t, one) }))} optional />
      <YesField label={t("offers.field.interpreter")} value={offer.interpreter} on_change={(interpreter) => change({ interpreter })} />
      <TextsField name="accessibility" label={t("offers.field.accessibility")} help={t("offers.help.accessibility")} value={offer.accessibility} on_change={(accessibility) => change({ accessibility })} max={600} rows={2} optional />
    </>
  );
}
