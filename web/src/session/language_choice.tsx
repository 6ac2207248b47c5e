// Choose the language; each language is named in itself and marked with its own lang.
import { useId } from "react";
import type { Language } from "../api/names.ts";
import { languages } from "../words/languages.ts";
import { use_words } from "../words/use_words.ts";
import { Icon } from "../shared/icons.tsx";
import { use_session } from "./session.tsx";

export function LanguageChoice() {
  const { t, language } = use_words();
  const { speak } = use_session();
  const id = useId();
  return (
    <span className="sv-language">
      <label htmlFor={id} className="sv-only-heard">
        {t("language.label")}
      </label>
      <Icon name="globe" />
      <select id={id} value={language} onChange={(event) => void speak(event.target.value as Language)}>
        {languages.map((one) => (
          <option key={one.code} value={one.code} lang={one.code}>
            {one.name}
          </option>
        ))}
      </select>
    </span>
  );
}
