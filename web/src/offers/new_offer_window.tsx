// A new offer begins with its name, its kind and one way to reach it. It is a draft of one's own unit.
import { useState } from "react";
import { useNavigate } from "react-router";
import { api, type FieldFault } from "../api/client.ts";
import type { OfferRecord, OfferWords } from "../api/names.ts";
import { use_person } from "../session/session.tsx";
import { use_draft } from "../shared/drafts.ts";
import { SelectField, TextField } from "../shared/fields.tsx";
import { missing } from "../shared/form.tsx";
import { use_action } from "../shared/use_action.ts";
import { FormWindow } from "../shared/window.tsx";
import { use_words } from "../words/use_words.ts";
import { new_offer, type OfferText } from "./offer.ts";
import { contact_word } from "./offer_words.ts";

type ContactKind = OfferText["contacts"][number]["kind"];
interface Begun {
  name: string;
  kind: string;
  contact: ContactKind | "";
  value: string;
}
const empty: Begun = { name: "", kind: "", contact: "phone", value: "" };

export function NewOfferWindow({ words, on_close }: { words: OfferWords | undefined; on_close: () => void }) {
  const { t, language } = use_words();
  const { acting } = use_person();
  const go = useNavigate();
  const action = use_action();
  const draft = use_draft<Begun>("new offer", empty);
  const [faults, set_faults] = useState<FieldFault[]>([]);
  const { name, kind, contact, value } = draft.value;

  async function make() {
    const found = missing(t, { name: name.trim(), kind, "contacts[0].kind": contact, "contacts[0].value": value.trim() });
    set_faults(found);
    if (found.length > 0 || contact === "" || !acting) return;
    const here = { id: acting.municipality_number, name: acting.municipality_name };
    const record = await action.run(() => api.post<OfferRecord>("/v1/offers", new_offer(name.trim(), language, kind, here, { kind: contact, value: value.trim() })));
    if (!record) return;
    draft.forget();
    go(`/offers/${record.offer.id}`);
  }

  return (
    <FormWindow open title={t("offers.new")} on_close={on_close} submit_label={t("offers.new_do")} pending={action.pending} problem={action.problem} faults={faults} on_submit={() => void make()}>
      <p>{t("offers.new_text", { unit: acting?.unit_name ?? "" })}</p>
      <TextField name="name" label={t("offers.field.name")} value={name} max_length={120} on_change={(text) => draft.change({ name: text })} />
      <SelectField
        name="kind"
        label={t("offers.field.kind")}
        value={kind}
        on_change={(word) => draft.change({ kind: word })}
        choices={(words?.kinds ?? []).map((one) => ({ value: one.id, label: one.name }))}
      />
      <div className="sv-pair">
        <SelectField
          name="contacts[0].kind"
          label={t("offers.contact.kind")}
          value={contact}
          on_change={(word) => draft.change({ contact: word })}
          choices={(words?.contact_kinds ?? []).map((one) => ({ value: one, label: contact_word(t, one) }))}
        />
        <TextField name="contacts[0].value" label={t("offers.contact.value")} value={value} max_length={300} on_change={(text) => draft.change({ value: text })} />
      </div>
    </FormWindow>
  );
}
