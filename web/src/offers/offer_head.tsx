// The top of an offer's page: how it stands, whether what is written is stored, the preview, publishing; and its parts.
import { Button } from "@digdir/designsystemet-react";
import { type MouseEvent } from "react";
import { Link } from "react-router";
import type { Language, OfferRecord } from "../api/names.ts";
import { Icon } from "../shared/icons.tsx";
import { PartLinks } from "../shared/part_links.tsx";
import { SaveMark } from "../shared/save_mark.tsx";
import type { Autosave } from "../shared/use_autosave.ts";
import { use_words, type WordKey } from "../words/use_words.ts";
import { KeepBar } from "./keep_bar.tsx";
import type { OfferText } from "./offer.ts";
import { OfferMarks } from "./offer_marks.tsx";
import { checked_word } from "./offer_words.ts";

interface Props {
  record: OfferRecord;
  autosave: Autosave<OfferText>;
  writing: Language;
  on_record: (record: OfferRecord) => void;
  on_publish: () => void;
}

export function name_of({ name }: Pick<OfferText, "name">, language: Language): string {
  return name[language] || name["nb"] || name["nn"] || name["en"] || "";
}

export function OfferHead({ record, autosave, writing, on_record, on_publish }: Props) {
  const { t, language } = use_words();
  const { mine } = autosave;
  const name = name_of(mine, language);
  const { checked } = record.offer;
  const published = record.state === "published";
  const to_publish = record.has_draft || !published || autosave.standing !== "saved";
  return (
    <div className="sv-stack sv-stack--small">
      <Link to="/offers" className="sv-onward">
        <Icon name="back" /> {t("nav.offers")}
      </Link>
      <h1 tabIndex={-1}>{name || t("offers.unnamed")}</h1>
      <OfferMarks state={record.state} has_draft={record.has_draft} />
      <p className="sv-soft sv-small">
        {[mine.unit, checked ? checked_word(t, language, checked.on, checked.by) : ""].filter(Boolean).join(" · ")}
      </p>
      {published ? <KeepBar id={record.offer.id} name={name} waiting={record.offer.waiting} on_record={on_record} /> : null}
      <div className="sv-row sv-offer-tools">
        <PreviewLink id={record.offer.id} writing={writing} autosave={autosave} />
        {to_publish ? (
          <Button onClick={on_publish} data-size="sm">
            {t("offers.publish.do")}
          </Button>
        ) : null}
        <SaveMark autosave={autosave} />
      </div>
    </div>
  );
}

/// The page as the public would see it, in a tab of its own; what is being written is stored first.
function PreviewLink({ id, writing, autosave }: { id: string; writing: Language; autosave: Autosave<OfferText> }) {
  const { t } = use_words();
  const address = `/v1/offers/${id}/preview?lang=${writing}`;
  async function open(event: MouseEvent) {
    if (autosave.standing === "saved") return;
    event.preventDefault();
    if (await autosave.flush()) window.open(address, "_blank");
  }
  return (
    <Button asChild variant="secondary" data-size="sm">
      <a href={address} target="_blank" rel="noreferrer" onClick={(event) => void open(event)}>
        <Icon name="eye" /> {t("offers.preview")} <span className="sv-only-heard">{t("offers.new_tab")}</span>
      </a>
    </Button>
  );
}

const parts: { path: string; word: WordKey }[] = [
  { path: "", word: "offers.part.texts" },
  { path: "whom", word: "offers.part.whom" },
  { path: "way-in", word: "offers.part.way_in" },
  { path: "hours", word: "offers.part.hours" },
  { path: "contact", word: "offers.part.contact" },
  { path: "about", word: "offers.part.about" },
  { path: "versions", word: "offers.part.versions" },
];

export function OfferParts({ base }: { base: string }) {
  const { t } = use_words();
  return <PartLinks base={base} label={t("offers.parts")} parts={parts.map(({ path, word }) => ({ path, title: t(word) }))} />;
}
