// The guide as it is written: chapters of short parts. Words of the app itself stand as "{{action.save}}", so that the
// guide names a button as the button is named. Pure: which chapters have what is sought, and a text in its pieces.
import type bokmal from "./words/nb.json";

export type ChapterId = keyof typeof bokmal;

export interface Term {
  term: string;
  text: string;
}

/// One heading, and one of: steps in order, points, or terms with what they mean.
export interface Part {
  title: string;
  steps?: string[] | undefined;
  points?: string[] | undefined;
  terms?: Term[] | undefined;
}

export interface Chapter {
  title: string;
  who: string;
  lead: string;
  /// Words that people seek by and that do not stand in the chapter.
  find_by: string;
  parts: Part[];
}

export type Guide = Record<ChapterId, Chapter>;

/// The families' own chapters; staff read all.
const for_family: readonly ChapterId[] = ["family", "who_sees", "find_help"];

export function chapters_for(guide: Guide, family: boolean): ChapterId[] {
  const all = Object.keys(guide) as ChapterId[];
  return family ? for_family.filter((id) => all.includes(id)) : all;
}

const label = /\{\{([\w.]+)\}\}/;

/// The text with the app's own words in it.
export function whole(text: string, word_of: (key: string) => string): string {
  return text.replaceAll(new RegExp(label, "g"), (_, key: string) => word_of(key));
}

function words_in(text: string): string[] {
  return text.toLocaleLowerCase("nb").split(/\s+/).filter(Boolean);
}

function texts_of(chapter: Chapter): string[] {
  const of_parts = chapter.parts.flatMap((part) => [
    part.title,
    ...(part.steps ?? []),
    ...(part.points ?? []),
    ...(part.terms ?? []).flatMap(({ term, text }) => [term, text]),
  ]);
  return [chapter.title, chapter.who, chapter.lead, chapter.find_by, ...of_parts];
}

/// Whether every word that is typed stands somewhere in the chapter.
export function has_all(chapter: Chapter, typed: string, word_of: (key: string) => string): boolean {
  const text = whole(texts_of(chapter).join(" "), word_of).toLocaleLowerCase("nb");
  return words_in(typed).every((word) => text.includes(word));
}

export interface Piece {
  text: string;
  /// The app's own word: what stands on the button.
  label: boolean;
  /// What is sought.
  sought: boolean;
}

/// The text cut where the app's own words begin and end, and where something sought stands.
export function pieces_of(text: string, typed: string, word_of: (key: string) => string): Piece[] {
  // Every second one is the key of a label.
  return text.split(label).flatMap((cut, place) => {
    const is_label = place % 2 === 1;
    return marked(is_label ? word_of(cut) : cut, typed).map((piece) => ({ ...piece, label: is_label }));
  });
}

function marked(text: string, typed: string): Omit<Piece, "label">[] {
  const sought = words_in(typed);
  if (sought.length === 0) return text ? [{ text, sought: false }] : [];
  const any = sought.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|");
  return text
    .split(new RegExp(`(${any})`, "gi"))
    .map((cut, place) => ({ text: cut, sought: place % 2 === 1 }))
    .filter((piece) => piece.text !== "");
}
