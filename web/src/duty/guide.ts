// The guides as they lie in content/guidelines: every sentence in every language.
import type { Language } from "../api/names.ts";

export type Sentence = Record<Language, string>;

export interface GuideContact {
  name: Sentence;
  phone?: string;
  url?: string;
  note?: Sentence;
}

export interface GuideSection {
  id: string;
  kind: "text" | "warning" | "question" | "ground" | "step" | "contacts";
  title: Sentence;
  text?: Sentence;
  help?: Sentence;
  answer?: "yes_no" | "short_text" | "long_text";
  raises_flag?: string;
  legal_basis?: string;
  source?: string;
  contacts?: GuideContact[];
}

export interface Guide {
  id: string;
  title: Sentence;
  intro: Sentence;
  sections: GuideSection[];
}
