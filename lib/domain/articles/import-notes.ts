import type { Explained } from "../reason";

type Imported = { storedAs?: string | undefined; language: string; isLanguageDetected: boolean };

/** What a report says of an article that was stored, in English as reports are; often nothing. */
export function importNotes({
  storedAs,
  language,
  isLanguageDetected,
}: Imported): Explained | null {
  const renamed = storedAs ? `stored as “${storedAs}”: another article has its id` : null;
  const told = isLanguageDetected ? `language told by the text: ${language}` : null;
  if (storedAs && renamed && told) {
    const facts = { id: storedAs, language };
    return { message: `${renamed}; ${told}`, reason: "article_renamed_language_told", facts };
  }
  if (storedAs && renamed) {
    return { message: renamed, reason: "article_renamed", facts: { id: storedAs } };
  }
  return told ? { message: told, reason: "article_language_told", facts: { language } } : null;
}
