import { createHash } from "node:crypto";

const vocabulary =
  "the of and to in a said that it was for on are as with his they at be this from have or by one had not but what all were when we there can an which their if will each about how up out them then she many some so these would other into has more her two him see time could no make than first been its who now people my made over did down only way find use may long little very after called just where most know Café coördinate “quoted” naïve résumé";
const words = vocabulary.split(" ");
const nParagraphs = 8;
const wordsPerParagraph = 62;

/**
 * About 2,500 characters that differ from article to article and stay the same from run to run.
 * The generator is mulberry32: with a plain congruential one, texts would share a quarter of their
 * runs of three words, where unrelated news shares one in a hundred.
 */
function paragraphsOf(n) {
  let state = (n * 2_654_435_761) >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return words[((mixed ^ (mixed >>> 14)) >>> 0) % words.length];
  };
  return Array.from({ length: nParagraphs }, () =>
    Array.from({ length: wordsPerParagraph }, next).join(" "),
  );
}

/** A JSON Lines file of articles `from` to `to − 1`. */
export function articleLines(mark, from, to) {
  const lines = [];
  for (let n = from; n < to; n++) {
    lines.push(
      JSON.stringify({
        id: `${mark}-${n}`,
        title: `Report ${n} on the ${createHash("md5").update(`${n}`).digest("hex").slice(0, 8)}`,
        body: [`Report ${mark} ${n}.`, ...paragraphsOf(n)].join("\n\n"),
        url: `https://www.example.org/news/${n}`,
        date: "2026-01-31",
        language: "en",
      }),
    );
  }
  return lines.join("\n");
}
