type Imported = { storedAs?: string | undefined; language: string; isLanguageDetected: boolean };

/** What a report says of an article that was stored, in English as reports are; often nothing. */
export function importNotes({ storedAs, language, isLanguageDetected }: Imported): string {
  return [
    ...(storedAs ? [`stored as “${storedAs}”: another article has its id`] : []),
    ...(isLanguageDetected ? [`language told by the text: ${language}`] : []),
  ].join("; ");
}
