// What a child reads first: the name, one sentence, what is done, and the three things that happen then.
import { use_words } from "../words/use_words.ts";
import type { Texts } from "./offer.ts";
import { LinesField } from "./list_fields.tsx";
import { use_offer } from "./offer_scope.tsx";
import { TextsField } from "./texts_field.tsx";

export function TextsPart() {
  const { t } = use_words();
  const { offer, change } = use_offer();
  const set_step = (place: number, value: Texts) => {
    const steps = [0, 1, 2].map((at) => (at === place ? value : (offer.next_steps[at] ?? {})));
    change({ next_steps: steps });
  };
  return (
    <>
      <TextsField name="name" label={t("offers.field.name")} value={offer.name} on_change={(name) => change({ name })} max={120} />
      <TextsField name="summary" label={t("offers.field.summary")} help={t("offers.help.summary")} value={offer.summary} on_change={(summary) => change({ summary })} max={200} rows={2} />
      <TextsField name="description" label={t("offers.field.description")} help={t("offers.help.description")} value={offer.description} on_change={(description) => change({ description })} max={2000} rows={7} />
      <fieldset className="sv-options sv-stack">
        <legend className="sv-strong">{t("offers.field.next_steps")}</legend>
        <p className="sv-soft sv-small">{t("offers.help.next_steps")}</p>
        {[0, 1, 2].map((place) => (
          <TextsField
            key={place}
            name={`next_steps[${place}]`}
            label={t(`offers.step.${(place + 1) as 1 | 2 | 3}`)}
            value={offer.next_steps[place] as Texts | undefined}
            on_change={(value) => set_step(place, value)}
            max={160}
          />
        ))}
      </fieldset>
      <LinesField name="other_names" label={t("offers.field.other_names")} help={t("offers.help.other_names")} value={offer.other_names ?? []} on_change={(other_names) => change({ other_names })} />
    </>
  );
}
