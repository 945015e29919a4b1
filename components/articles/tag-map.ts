/**
 * A tag map from lines such as `Loaded_Language = LOADED`; with nothing behind the sign, spans of
 * the tag are left out. Lines without the sign are passed over.
 */
export function readTagMap(text: string): Record<string, string | null> {
  const entries = text.split("\n").flatMap((line) => {
    const at = line.lastIndexOf("=");
    const tag = line.slice(0, Math.max(at, 0)).trim();
    return tag === "" ? [] : [[tag, line.slice(at + 1).trim() || null] as const];
  });
  return Object.fromEntries(entries);
}
