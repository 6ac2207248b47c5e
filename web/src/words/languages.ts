// Which language the app speaks: the one of the public page one comes from (?lang=); else the person's own
// choice, remembered on the device; else what the browser asks for; else bokmål. Only the chosen language is
// fetched. After the login the account's own language holds.
import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import { use_request_language } from "../api/client.ts";
import type { Language } from "../api/names.ts";

export const languages: { code: Language; name: string }[] = [
  { code: "nb", name: "Bokmål" },
  { code: "nn", name: "Nynorsk" },
  { code: "en", name: "English" },
];

const storage_key = "samvei.language";
const bundles: Record<Language, () => Promise<{ default: Record<string, string> }>> = {
  nb: () => import("./nb.json"),
  nn: () => import("./nn.json"),
  en: () => import("./en.json"),
};

let chosen_here = false;

/// True when the person has picked a language in this visit: then it wins over the account's.
export function language_was_chosen(): boolean {
  return chosen_here;
}

function is_language(code: string | null | undefined): code is Language {
  return code === "nb" || code === "nn" || code === "en";
}

function first_language(): Language {
  const said = new URLSearchParams(location.search).get("lang");
  if (is_language(said)) return said;
  try {
    const stored = localStorage.getItem(storage_key);
    if (is_language(stored)) return stored;
  } catch {
    // Storage may be forbidden; then the browser's wish decides.
  }
  for (const wish of navigator.languages) {
    const code = wish.slice(0, 2).toLowerCase();
    if (code === "no") return "nb";
    if (is_language(code)) return code;
  }
  return "nb";
}

async function speak(language: Language): Promise<void> {
  if (!i18next.hasResourceBundle(language, "translation")) {
    i18next.addResourceBundle(language, "translation", (await bundles[language]()).default);
  }
  // First, because what is shown asks the server again when the language changes.
  use_request_language(language);
  document.documentElement.lang = language;
  await i18next.changeLanguage(language);
}

export async function begin_words(): Promise<void> {
  await i18next.use(initReactI18next).init({
    resources: {},
    lng: "nb",
    fallbackLng: false,
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  await speak(first_language());
}

/// Speaks the account's language without counting it as a choice made on this device.
export async function follow_account_language(language: Language): Promise<void> {
  await speak(language);
  remember(language);
}

export async function choose_language(language: Language): Promise<void> {
  chosen_here = true;
  await speak(language);
  remember(language);
}

function remember(language: Language): void {
  try {
    localStorage.setItem(storage_key, language);
  } catch {
    // Not remembered; nothing else depends on it.
  }
}
