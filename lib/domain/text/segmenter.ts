type Granularity = "word" | "sentence";
const made = new Map<string, Intl.Segmenter>();

/**
 * A segmenter for a language tag (BCP 47). Making one takes a while, so each is made once. A tag
 * that no standard knows gets the language-independent rules of Unicode.
 */
export function segmenterOf(language: string, granularity: Granularity): Intl.Segmenter {
  const key = `${granularity} ${language}`;
  const known = made.get(key);
  if (known) return known;
  const isTag = /^[a-z]{2,8}(-[a-z0-9]{1,8})*$/i.test(language);
  const segmenter = new Intl.Segmenter(isTag ? language : "und", { granularity });
  made.set(key, segmenter);
  return segmenter;
}
