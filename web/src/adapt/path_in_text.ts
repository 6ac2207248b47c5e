// Where in a JSON text a line and column is: the checker's reader names places, the forms know paths. Pure; the text
// is taken as it is, sound or not.

interface Frame {
  list: boolean;
  word: string | number;
}

/// The path of the value that stands or begins at the place, as far as it is known. Line and column count from one.
export function path_in_text(text: string, line: number, column: number): (string | number)[] {
  const lines = text.split("\n");
  const before = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
  const goal = before + Math.min(Math.max(column - 1, 0), Math.max((lines[line - 1] ?? "").length - 1, 0));
  const frames: Frame[] = [];
  const path = () => frames.map((frame) => frame.word).filter((word) => word !== "");
  let at = 0;
  let name = "";
  while (at < text.length) {
    const letter = text[at];
    const top = frames[frames.length - 1];
    let next = at + 1;
    if (letter === '"') {
      next = end_of_text(text, at);
      name = text.slice(at + 1, next - 1);
    } else if (letter === ":" && top && !top.list) {
      top.word = name;
    } else if (letter === "," && top) {
      top.word = top.list ? Number(top.word) + 1 : "";
    } else if (letter === "[" || letter === "{") {
      frames.push({ list: letter === "[", word: letter === "[" ? 0 : "" });
    } else if (letter === "]" || letter === "}") {
      if (at >= goal) return path().slice(0, -1);
      frames.pop();
    }
    if (next > goal) return letter === "[" || letter === "{" ? frames.slice(0, -1).map((frame) => frame.word) : path();
    at = next;
  }
  return path();
}

/// Behind the closing quote of the text that begins at `start`.
function end_of_text(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === "\\" ? 2 : 1;
  return Math.min(at + 1, text.length);
}
