/** How alike two texts must be to be shown as near duplicates: the Jaccard index of their shingles. */
export const nearDuplicateFrom = 0.6;

const wordsPerShingle = 3;
const nBands = 6;
const valuesPerBand = 5;
const nValues = nBands * valuesPerBand;

/**
 * Hashes of a text's shingles: each run of three words, whatever their case and what stands between
 * them (w-shingling; Broder, "On the resemblance and containment of documents", 1997). A text
 * of fewer words is one shingle; one without words has none.
 */
export function shinglesOf(text: string): Set<number> {
  return new Set(shingleHashes(text));
}

/** In the order of the text. Good until the next call. */
function shingleHashes(text: string): Int32Array {
  const words = wordHashes(text.toLowerCase());
  if (words.length === 0) return words;
  if (words.length < wordsPerShingle) return Int32Array.of(words.reduce(join, words.length));
  const nShingles = words.length - wordsPerShingle + 1;
  for (let at = 0; at < nShingles; at++) {
    const begun = join(join(wordsPerShingle, words[at]!), words[at + 1]!);
    // The first word is needed no more.
    words[at] = join(begun, words[at + 2]!);
  }
  return words.subarray(0, nShingles);
}

function join(hash: number, word: number): number {
  return mix(Math.imul(hash, 31) + word);
}

/** How many shingles two texts share, of all that either has: 0 to 1. Null if both have none. */
export function resemblance(a: ReadonlySet<number>, b: ReadonlySet<number>): number | null {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  let nShared = 0;
  for (const shingle of small) if (large.has(shingle)) nShared += 1;
  const nAll = a.size + b.size - nShared;
  return nAll === 0 ? null : nShared / nAll;
}

/**
 * Keys under which a text is filed, so that texts that resemble each other meet under one of them:
 * MinHash values in bands (Leskovec, Rajaraman and Ullman, "Mining of Massive Datasets", chapter 3).
 * Two texts of resemblance s share a key with probability of about 1 - (1 - s^5)^6: 0.995 at 0.9,
 * 0.91 at 0.8, 0.38 at 0.6, 0.01 at 0.3. Signed 64-bit integers, for a database; none for a text
 * without words. Cost: one pass over the text.
 */
export function bandKeys(text: string): bigint[] {
  const values = minima(text);
  if (!values) return [];
  return Array.from({ length: nBands }, (_, band) => {
    let high = mix(band + 1);
    let low = mix(~band);
    for (const value of values.subarray(band * valuesPerBand, (band + 1) * valuesPerBand)) {
      high = mix(Math.imul(high, 31) + value);
      low = mix(Math.imul(low, 37) ^ value);
    }
    return BigInt.asIntN(64, (BigInt(high >>> 0) << 32n) | BigInt(low >>> 0));
  });
}

/**
 * MinHash (Broder 1997) with a single hash function: shingles fall into bins, of each the smallest
 * counts (Li, Owen and Zhang, "One Permutation Hashing", 2012). An empty bin takes the value of the
 * next one that isn't, with its distance (Shrivastava and Li, 2014). Null without shingles.
 */
function minima(text: string): Int32Array | null {
  const shingles = shingleHashes(text);
  if (shingles.length === 0) return null;
  const values = new Int32Array(nValues).fill(emptyBin);
  for (let at = 0; at < shingles.length; at++) {
    const shingle = shingles[at]!;
    const bin = binOf(shingle);
    const value = mix(shingle ^ 0x5bd1e995);
    if (value < values[bin]!) values[bin] = value;
  }
  return values.map((value, bin) => {
    for (let distance = 0; value === emptyBin;) {
      distance += 1;
      const next = values[(bin + distance) % nValues] ?? emptyBin;
      if (next !== emptyBin) return mix(next + Math.imul(distance, 0x9e3779b1));
    }
    return value;
  });
}

/** The shingle as an unsigned number, modulo the bins; by halves, since larger ones are slow. */
function binOf(shingle: number): number {
  return ((shingle >>> 16) * (0x10000 % nValues) + (shingle & 0xffff)) % nValues;
}

const emptyBin = 0x7fffffff;

/** Of each run of letters and digits: FNV-1a over its UTF-16 units, mixed. Good until the next call. */
function wordHashes(text: string): Int32Array {
  if (room.length < text.length) room = new Int32Array(2 * text.length);
  const hashes = room;
  let nWords = 0;
  let hash = emptyHash;
  let isInWord = false;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const kind = kinds[unit] || classify(unit);
    if (kind === inWord) {
      hash = Math.imul(hash ^ unit, fnvPrime);
      isInWord = true;
      continue;
    }
    if (isInWord) hashes[nWords++] = mix(hash);
    if (kind === wholeWord) hashes[nWords++] = mix(Math.imul(emptyHash ^ unit, fnvPrime));
    hash = emptyHash;
    isInWord = false;
  }
  if (isInWord) hashes[nWords++] = mix(hash);
  return hashes.subarray(0, nWords);
}

/** Room for a text's words, kept from text to text: making it takes as long as filling it. */
let room = new Int32Array(4096);
const fnvPrime = 0x01000193;
const emptyHash = 0x811c9dc5;
const [between, inWord, wholeWord] = [1, 2, 3];
/** What each UTF-16 unit is; 0 until it is met. A table, since a pattern takes ten times as long. */
const kinds = new Uint8Array(0x10000);

/** Scripts that put no spaces between words: each of their letters counts as a word. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

function classify(unit: number): number {
  const character = String.fromCharCode(unit);
  // Half of a letter beyond the Basic Multilingual Plane, taken for a part of a word.
  const isSurrogate = unit >= 0xd800 && unit <= 0xdfff;
  const isWord = isSurrogate || /[\p{L}\p{M}\p{N}]/u.test(character);
  const kind = unspaced.test(character) ? wholeWord : isWord ? inWord : between;
  kinds[unit] = kind;
  return kind;
}

/** MurmurHash3's finaliser: every bit of the input sways every bit of the result. */
function mix(value: number): number {
  let hash = value | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
