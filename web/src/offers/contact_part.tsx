// How to reach it, where it is, how soon one answers.
import { SelectField, TextField } from "../shared/fields.tsx";
import { use_words } from "../words/use_words.ts";
import { AddRow, RowTools } from "./list_fields.tsx";
import type { OfferText } from "./offer.ts";
import { use_offer } from "./offer_scope.tsx";
import { contact_word } from "./offer_words.ts";
import { TextsField } from "./texts_field.tsx";

type Contact = OfferText["contacts"][number];
type Place = NonNullable<OfferText["places"]>[number];

export function ContactPart() {
  const { t } = use_words();
  const { offer, change, words } = use_offer();
  const { contacts } = offer;
  const places = offer.places ?? [];
  const set_contact = (place: number, part: Partial<Contact>) => change({ contacts: contacts.map((one, at) => (at === place ? { ...one, ...part } : one)) });
  const set_place = (place: number, next: Place) => change({ places: places.map((one, at) => (at === place ? next : one)) });
  return (
    <>
      <section className="sv-stack sv-stack--small" aria-labelledby="contacts">
        <h3 id="contacts">{t("offers.field.contacts")}</h3>
        <p className="sv-soft sv-small">{t("offers.help.contacts")}</p>
        {contacts.map((contact, place) => {
          const name = contact.value || contact_word(t, contact.kind);
          return (
            <div key={place} className="sv-edit-row sv-stack sv-stack--small" role="group" aria-label={name}>
              <div className="sv-pair">
                <SelectField name={`contacts[${place}].kind`} label={t("offers.contact.kind")} value={contact.kind} on_change={(kind) => kind && set_contact(place, { kind })} choices={words.contact_kinds.map((one) => ({ value: one, label: contact_word(t, one) }))} />
                <TextField name={`contacts[${place}].value`} label={t("offers.contact.value")} value={contact.value} max_length={300} on_change={(value) => set_contact(place, { value })} />
              </div>
              <TextsField name={`contacts[${place}].label`} label={t("offers.contact.label")} value={contact.label} on_change={(label) => set_contact(place, { label })} max={200} optional />
              <TextsField name={`contacts[${place}].hours_note`} label={t("offers.contact.hours_note")} value={contact.hours_note} on_change={(hours_note) => set_contact(place, { hours_note })} max={300} optional />
              <RowTools rows={contacts} place={place} name={name} on_change={(rows) => change({ contacts: rows })} />
            </div>
          );
        })}
        <AddRow label={t("offers.contact.add")} on_add={() => change({ contacts: [...contacts, { kind: "phone", value: "" }] })} />
      </section>
      <TextsField name="response_time" label={t("offers.field.response_time")} help={t("offers.help.response_time")} value={offer.response_time} on_change={(response_time) => change({ response_time })} max={300} optional />
      <section className="sv-stack sv-stack--small" aria-labelledby="places">
        <h3 id="places">{t("offers.field.places")}</h3>
        {places.map((one, place) => (
          <PlaceFields key={place} place={one} at={place} on_change={(next) => set_place(place, next)}>
            <RowTools rows={places} place={place} name={one.name || t("offers.place.number", { number: place + 1 })} on_change={(rows) => change({ places: rows })} />
          </PlaceFields>
        ))}
        <AddRow label={t("offers.place.add")} on_add={() => change({ places: [...places, { name: "" }] })} />
      </section>
      <TextField name="handover_contact" label={t("offers.field.handover")} help={t("offers.help.handover")} optional value={offer.handover_contact ?? ""} max_length={300} on_change={(text) => change({ handover_contact: text || undefined })} />
    </>
  );
}

function PlaceFields({ place, at, on_change, children }: { place: Place; at: number; on_change: (place: Place) => void; children: React.ReactNode }) {
  const { t } = use_words();
  const set = (name: "address" | "postal_code" | "city", text: string) => on_change({ ...place, [name]: text || undefined });
  return (
    <div className="sv-edit-row sv-stack sv-stack--small" role="group" aria-label={place.name || t("offers.place.number", { number: at + 1 })}>
      <div className="sv-pair">
        <TextField name={`places[${at}].name`} label={t("offers.place.name")} value={place.name} max_length={200} on_change={(name) => on_change({ ...place, name })} />
        <TextField name={`places[${at}].address`} label={t("offers.place.address")} optional value={place.address ?? ""} max_length={200} on_change={(text) => set("address", text)} />
        <TextField name={`places[${at}].postal_code`} label={t("offers.place.postal_code")} optional short input_mode="numeric" value={place.postal_code ?? ""} max_length={4} on_change={(text) => set("postal_code", text.replace(/\D/g, ""))} />
        <TextField name={`places[${at}].city`} label={t("offers.place.city")} optional value={place.city ?? ""} max_length={100} on_change={(text) => set("city", text)} />
      </div>
      {children}
    </div>
  );
}
