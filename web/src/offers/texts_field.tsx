// A text in several languages, one at a time: what stands in bokmål is shown beside it and can be copied, and what is
// missing is said.
import { Button } from "@digdir/designsystemet-react";
import { TextArea, TextField } from "../shared/fields.tsx";
import { Icon } from "../shared/icons.tsx";
import { use_words } from "../words/use_words.ts";
import { missing_in, written_languages, type OfferText, type Texts } from "./offer.ts";
import { use_offer } from "./offer_scope.tsx";
import { language_word } from "./offer_words.ts";
import type { Language } from "../api/names.ts";

interface Props {
  name: string;
  label: string;
  help?: string;
  value: Texts | undefined;
  on_change: (value: Texts) => void;
  max: number;
  rows?: number;
  optional?: boolean;
}

export function TextsField({ name, label, help, value = {}, on_change, max, rows, optional = false }: Props) {
  const { t } = use_words();
  const { writing } = use_offer();
  const here = value[writing] ?? "";
  const bokmal = writing === "nb" ? "" : (value["nb"] ?? "");
  const begun = Object.values(value).some((text) => text.trim() !== "");
  const missing = written_languages.filter((language) => !(value[language] ?? "").trim());
  const write = (text: string) => on_change({ ...value, [writing]: text });
  const others = missing.filter((language) => language !== writing).map((language) => language_word(t, language).toLocaleLowerCase("nb"));
  const about = (
    <>
      {help ? <span className="sv-block-line">{help}</span> : null}
      {bokmal ? (
        <span className="sv-block-line sv-other-language" lang="nb">
          {language_word(t, "nb")}: {bokmal}
        </span>
      ) : null}
      {begun && missing.includes(writing) ? (
        <span className="sv-block-line sv-missing">{t("offers.missing_here", { language: language_word(t, writing).toLocaleLowerCase("nb") })}</span>
      ) : begun && others.length > 0 ? (
        <span className="sv-block-line sv-soft">{t("offers.missing_in", { languages: others.join(", ") })}</span>
      ) : null}
    </>
  );
  const field = { name: `${name}.${writing}`, label, help: about, optional, value: here, on_change: write, max_length: max };
  return (
    <div className="sv-texts">
      {rows ? <TextArea {...field} rows={rows} /> : <TextField {...field} />}
      {bokmal && !here.trim() ? (
        <Button variant="tertiary" data-size="sm" aria-label={`${t("offers.copy")}: ${label}`} onClick={() => write(bokmal)}>
          <Icon name="note" /> {t("offers.copy")}
        </Button>
      ) : null}
    </div>
  );
}

/// Which language is written, with how much is missing in each.
export function LanguageTabs({ offer, writing, on_choose }: { offer: OfferText; writing: Language; on_choose: (language: Language) => void }) {
  const { t } = use_words();
  return (
    <div className="sv-choices" role="group" aria-label={t("offers.write_in")}>
      {written_languages.map((language) => {
        const missing = missing_in(offer, language);
        return (
          <button key={language} type="button" className="sv-chip" aria-pressed={writing === language} onClick={() => on_choose(language)}>
            {language_word(t, language)}
            {missing > 0 ? <span className="sv-soft"> · {t("offers.missing_count", { count: missing })}</span> : null}
          </button>
        );
      })}
    </div>
  );
}
