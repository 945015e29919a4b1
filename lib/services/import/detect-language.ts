import { eld } from "eld/small";

/** What the detector looks at; more makes no difference. */
const sampleUnits = 2000;

/**
 * The language of a text as an ISO 639-1 code, or "und" where the detector isn't sure (ELD,
 * n-grams of 60 languages).
 */
export function detectLanguage({ title, body }: { title: string; body: string }): string {
  const found = eld.detect(`${title}\n${body.slice(0, sampleUnits)}`);
  return found.language !== "" && found.isReliable() ? found.language : "und";
}
