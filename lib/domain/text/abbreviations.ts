/**
 * Titles and the like, whose full stop stands before the name that they belong to. In lower case and
 * of several languages: Unicode's rules for sentences (UAX #29) know none and leave them to whoever
 * uses them.
 */
const beforeNames = new Set(
  [
    "mr mrs ms mx messrs dr prof rev fr hon pres amb gov sen rep supt",
    "gen lt maj col capt cmdr cpl sgt pvt adm brig",
    "st mt ft",
    "sr sra srta dra mme mlle mgr ing",
    "vs",
  ].flatMap((line) => line.split(" ")),
);

/** With a word like these a sentence begins even where the one before ends in an initial. */
const beginnings =
  /^(?:The|A|An|He|She|It|We|They|You|I|This|That|These|Those|There|His|Her|Its|Our|Their|In|On|At|But|And|As|If|When|While|After|Before|For|Or|So|What|Who|Why|How)\b/u;

const lastWord = /(?:^|[\s\p{Ps}\p{Pi}"'.])(\p{L}+)\.\s*$/u;
/** More of a sentence isn't looked at: one of initials alone grows with each, and would be read anew. */
const endLength = 32;
/** In the place of what isn't looked at, where no word begins. */
const cut = "_";

/**
 * Whether what looks like the end of a sentence is an abbreviation that belongs to what follows:
 * “Mr. Putin”, “George W. Bush”, “U.S. President”.
 */
export function endsInAbbreviation(sentence: string, next: string): boolean {
  const end = sentence.length > endLength ? cut + sentence.slice(-endLength) : sentence;
  const word = lastWord.exec(end)?.[1];
  if (word === undefined || !/^\p{Lu}/u.test(next)) return false;
  if (beforeNames.has(word.toLowerCase())) return true;
  return /^\p{Lu}$/u.test(word) && !beginnings.test(next);
}
