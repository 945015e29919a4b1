/**
 * The texts of a Python list literal, as pandas writes lists into cells: `['reckless', "don't"]`.
 * An empty cell and `nan` are empty lists.
 * @returns null for anything else
 */
export function readPythonList(literal: string): string[] | null {
  const trimmed = literal.trim();
  if (trimmed === "" || /^nan$/i.test(trimmed)) return [];
  const inner = /^\[(.*)\]$/s.exec(trimmed)?.[1];
  if (inner === undefined) return null;
  const texts: string[] = [];
  let at = skipSpace(inner, 0);
  while (at < inner.length) {
    const found = stringLiteral.exec(inner.slice(at));
    if (!found) return null;
    texts.push(unescaped(found[1] ?? found[2] ?? ""));
    at = skipSpace(inner, at + found[0].length);
    if (at === inner.length) break;
    if (inner[at] !== ",") return null;
    at = skipSpace(inner, at + 1);
  }
  return texts;
}

const stringLiteral = /^(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")/s;

function skipSpace(text: string, from: number): number {
  let at = from;
  while (/\s/.test(text[at] ?? "")) at += 1;
  return at;
}

const byLetter: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t" };

function unescaped(text: string): string {
  return text.replace(
    /\\(?:x([\da-f]{2})|u([\da-f]{4})|(.))/gis,
    (_, hex: string | undefined, unicode: string | undefined, letter: string | undefined) =>
      letter === undefined
        ? String.fromCharCode(parseInt(hex ?? unicode ?? "", 16))
        : (byLetter[letter] ?? letter),
  );
}
