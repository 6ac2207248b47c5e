// For whom: age, who asks, what is difficult, how hard it is, and where one lives.
import { CheckField, RadioField, TextField, YesField } from "../shared/fields.tsx";
import { use_words } from "../words/use_words.ts";
import { number_in, PickList } from "./list_fields.tsx";
import { use_offer } from "./offer_scope.tsx";
import { audience_word, group_word, severity_word } from "./offer_words.ts";

const oldest = 120;

export function WhomPart() {
  const { t } = use_words();
  const { offer, change, words } = use_offer();
  const { ages, areas } = offer;
  const groups = [...new Set(words.themes.map((theme) => theme.group))];
  const named = (all: { id: string; name: string }[]) => all.map((one) => ({ value: one.id, label: one.name }));
  const set_ages = (name: "min" | "max", text: string) => change({ ages: { ...ages, [name]: number_in(text, oldest) ?? (name === "min" ? 0 : oldest) } });
  return (
    <>
      <div className="sv-pair">
        <TextField name="ages.min" label={t("offers.field.age_min")} help={t("offers.help.age_min")} short input_mode="numeric" value={String(ages.min)} on_change={(text) => set_ages("min", text)} />
        <TextField name="ages.max" label={t("offers.field.age_max")} help={t("offers.help.age_max")} short input_mode="numeric" value={String(ages.max)} on_change={(text) => set_ages("max", text)} />
      </div>
      <CheckField name="audience" label={t("offers.field.audience")} value={offer.audience} on_change={(audience) => change({ audience })} choices={words.audiences.map((one) => ({ value: one, label: audience_word(t, one) }))} />
      <div className="sv-stack sv-stack--small" role="group" aria-label={t("offers.field.themes")}>
        <p className="sv-strong">{t("offers.field.themes")}</p>
        <p className="sv-soft sv-small">{t("offers.help.themes")}</p>
        <div className="sv-theme-groups">
          {groups.map((group) => {
            const themes = words.themes.filter((theme) => theme.group === group);
            const others = offer.themes.filter((id) => !themes.some((theme) => theme.id === id));
            return (
              <CheckField
                key={group}
                name={`themes.${group}`}
                label={group_word(t, group)}
                value={offer.themes.filter((id) => themes.some((theme) => theme.id === id))}
                on_change={(chosen) => change({ themes: [...others, ...chosen] })}
                choices={named(themes)}
              />
            );
          })}
        </div>
      </div>
      <CheckField name="severity" label={t("offers.field.severity")} value={offer.severity} on_change={(severity) => change({ severity })} choices={words.severities.map((one) => ({ value: one, label: severity_word(t, one) }))} />
      <YesField label={t("offers.field.urgent")} help={t("offers.help.urgent")} value={offer.urgent === true} on_change={(urgent) => change({ urgent: urgent || undefined })} />
      <RadioField
        name="areas"
        label={t("offers.field.areas")}
        value={areas.country ? "country" : "places"}
        on_change={(where) => change({ areas: where === "country" ? { country: true } : { counties: [], municipalities: areas.municipalities ?? [] } })}
        choices={[
          { value: "country", label: t("offers.area.country") },
          { value: "places", label: t("offers.area.places") },
        ]}
      />
      {areas.country ? null : (
        <>
          <PickList name="areas.municipalities" label={t("offers.area.municipalities")} value={areas.municipalities ?? []} on_change={(municipalities) => change({ areas: { ...areas, municipalities } })} choices={named(words.municipalities)} />
          <PickList name="areas.counties" label={t("offers.area.counties")} value={areas.counties ?? []} on_change={(counties) => change({ areas: { ...areas, counties } })} choices={named(words.counties)} optional />
        </>
      )}
    </>
  );
}
