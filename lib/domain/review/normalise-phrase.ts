const longestPhrase = 200;

/**
 * A quote as it is compared with others: case, compatibility forms, white space, the shape of
 * quotation marks and punctuation at its ends don't count. Cut to what an index can hold.
 */
export function normalisePhrase(quote: string): string {
  const plain = quote
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[‘’‚‛′]/gu, "'")
    .replace(/[“”„‟«»″]/gu, '"')
    .replace(/\s+/gu, " ");
  const bare = plain.replace(/^[\s\p{P}]+|[\s\p{P}]+$/gu, "");
  // Nothing but punctuation is still something that was marked.
  return [...(bare || plain.trim())].slice(0, longestPhrase).join("");
}
