const mention = /@([AR]\d{2,9})\b/g;

/** Pseudonyms that a text speaks to, each once. */
export function mentionedIn(text: string): string[] {
  return [...new Set([...text.matchAll(mention)].map(([, pseudonym = ""]) => pseudonym))];
}
