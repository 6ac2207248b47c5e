// One offer, for those who keep it: what stands in it, part by part. What is written is stored as a draft while one
// writes; the public sees it when it is published. Others may read it.
import "./offers.css";
import { useMemo, useState } from "react";
import { Navigate, Route, Routes, useParams } from "react-router";
import type { Language, OfferRecord, OfferWords } from "../api/names.ts";
import { forget_loaded, use_load } from "../api/use_load.ts";
import { Form } from "../shared/form.tsx";
import { WhenLoaded } from "../shared/loading.tsx";
import { use_title } from "../shared/title.ts";
import { use_toast } from "../shared/toasts.tsx";
import { use_autosave } from "../shared/use_autosave.ts";
import { use_words } from "../words/use_words.ts";
import { AboutPart } from "./about_part.tsx";
import { ContactPart } from "./contact_part.tsx";
import { HoursPart } from "./hours_part.tsx";
import type { OfferText } from "./offer.ts";
import { OfferConflict } from "./offer_conflict.tsx";
import { OfferHead, OfferParts } from "./offer_head.tsx";
import { OfferReader } from "./offer_reader.tsx";
import { OfferScopeProvider } from "./offer_scope.tsx";
import { PublishWindow, RetireWindow } from "./offer_windows.tsx";
import { save_offer, stored_of } from "./save_offer.ts";
import { TextsPart } from "./texts_part.tsx";
import { LanguageTabs } from "./texts_field.tsx";
import { VersionsPart } from "./versions_part.tsx";
import { WayInPart } from "./way_in_part.tsx";
import { WhomPart } from "./whom_part.tsx";

export default function OfferPage() {
  const { offer = "" } = useParams();
  const { t } = use_words();
  const loaded = use_load<OfferRecord>(`/v1/offers/${offer}`);
  const words = use_load<OfferWords>("/v1/offer-words");
  use_title(t("nav.offers"));
  return (
    <WhenLoaded loaded={loaded}>
      {(record) =>
        record.may_keep ? (
          <WhenLoaded loaded={words}>{(known) => <Editor key={offer} record={record} words={known} set={loaded.set} />}</WhenLoaded>
        ) : (
          <OfferReader record={record} />
        )
      }
    </WhenLoaded>
  );
}

interface Props {
  record: OfferRecord;
  words: OfferWords;
  set: (record: OfferRecord) => void;
}

function Editor({ record, words, set }: Props) {
  const { t, language } = use_words();
  const say = use_toast();
  const path = `/v1/offers/${record.offer.id}`;
  const base = `/offers/${record.offer.id}`;
  const [writing, set_writing] = useState<Language>(language);
  const [window_open, set_window] = useState<"publish" | "retire" | null>(null);
  const stored = useMemo(() => stored_of(record), [record]);
  const autosave = use_autosave<OfferText, OfferRecord>(path, stored, {
    save: (edit, version) => save_offer(record, edit, version),
    read: stored_of,
    on_saved: set,
  });
  const { mine, change, conflict } = autosave;
  const store = async () => (await autosave.store()).version;
  const done = (next: OfferRecord, told: string) => {
    // The list of offers is another answer.
    forget_loaded();
    set(next);
    set_window(null);
    say(told);
  };
  const refused = autosave.standing === "refused" ? autosave.problem : undefined;
  const form = (part: React.ReactNode, in_languages = true) => (
    <div className="sv-card sv-stack sv-offer-form">
      {in_languages ? <LanguageTabs offer={mine} writing={writing} on_choose={set_writing} /> : null}
      <Form calm problem={refused} on_submit={() => void autosave.flush()}>
        {part}
      </Form>
    </div>
  );

  return (
    <OfferScopeProvider value={{ offer: mine, change, words, writing }}>
      <div className="sv-page sv-page--form sv-stack">
        <OfferHead record={record} autosave={autosave} writing={writing} on_record={set} on_publish={() => set_window("publish")} />
        <OfferParts base={base} />
        <Routes>
          <Route index element={form(<TextsPart />)} />
          <Route path="whom" element={form(<WhomPart />, false)} />
          <Route path="way-in" element={form(<WayInPart />)} />
          <Route path="hours" element={form(<HoursPart />)} />
          <Route path="contact" element={form(<ContactPart />)} />
          <Route path="about" element={form(<AboutPart />, false)} />
          <Route path="versions" element={<VersionsPart record={record} store={store} on_record={set} on_done={done} on_retire={() => set_window("retire")} />} />
          <Route path="*" element={<Navigate to={base} replace />} />
        </Routes>
      </div>
      {window_open === "publish" ? <PublishWindow record={record} offer={mine} store={store} on_record={set} on_close={() => set_window(null)} on_done={(next) => done(next, t("offers.publish.done"))} /> : null}
      {window_open === "retire" ? <RetireWindow record={record} offer={mine} store={store} on_record={set} on_close={() => set_window(null)} on_done={(next) => done(next, t("offers.retire.done"))} /> : null}
      {conflict ? <OfferConflict base={conflict.base} mine={mine} theirs={conflict.theirs} words={words} on_resolve={autosave.resolve} /> : null}
    </OfferScopeProvider>
  );
}
