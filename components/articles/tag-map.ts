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

/** The lines of a tag map with one tag said anew. */
export function withTag(text: string, tag: string, tagId: string): string {
  const others = text
    .split("\n")
    .filter((line) => line.trim() !== "" && line.slice(0, line.lastIndexOf("=")).trim() !== tag);
  return [...others, `${tag} = ${tagId}`].join("\n");
}
