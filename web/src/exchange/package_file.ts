// Files that somebody chooses, as the one text that the server reads: a JSON file as it is, CSV files together.

export interface ChosenFile {
  name: string;
  bytes: ArrayBuffer;
}

/// Longest text that fits in a request, when it is written into it.
export const text_max = 1_000_000;

export type Package = { text: string } | { wrong: "mixed" | "too_large" | "unreadable" };

/// UTF-8, or what spreadsheets in Norway still write.
export function text_of(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

function is_csv(file: ChosenFile): boolean {
  return file.name.toLowerCase().endsWith(".csv");
}

/// Indentation says nothing, and takes room.
function tight(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text));
  } catch {
    return text;
  }
}

function as_it_is_sent(text: string): number {
  return new TextEncoder().encode(JSON.stringify(text)).length;
}

export function package_of(files: ChosenFile[]): Package {
  const tables = files.filter(is_csv);
  if (tables.length > 0 && tables.length < files.length) return { wrong: "mixed" };
  if (tables.length === 0 && files.length !== 1) return { wrong: "mixed" };
  let text: string;
  if (tables.length > 0) {
    const texts = tables.map((file) => [file.name.toLowerCase(), text_of(file.bytes)] as const);
    text = JSON.stringify({ files: Object.fromEntries(texts) });
  } else {
    text = text_of(files[0]?.bytes ?? new ArrayBuffer(0));
    if (as_it_is_sent(text) > text_max) text = tight(text);
  }
  if (text.includes("\0")) return { wrong: "unreadable" };
  return as_it_is_sent(text) > text_max ? { wrong: "too_large" } : { text };
}
