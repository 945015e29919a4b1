/** Returns the next number in [0, 1). */
export type RandomSource = () => number;

/**
 * A repeatable random source: the same seed gives the same numbers on every machine.
 * Source: sfc32 (C. Doty-Humphrey, PractRand), seeded through splitmix32.
 */
export function seededRandom(seed: number): RandomSource {
  let state = seed | 0;
  const mix = () => {
    state = (state + 0x9e3779b9) | 0;
    let word = state ^ (state >>> 16);
    word = Math.imul(word, 0x21f0aaad);
    word = Math.imul(word ^ (word >>> 15), 0x735a2d97);
    return (word ^ (word >>> 15)) | 0;
  };
  let [a, b, c, counter] = [mix(), mix(), mix(), 1];
  return () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 4294967296;
  };
}

/** A draw from the normal distribution, by the polar method of Marsaglia. */
export function normalDraw(random: RandomSource, mean: number, deviation: number): number {
  for (;;) {
    const x = 2 * random() - 1;
    const y = 2 * random() - 1;
    const square = x * x + y * y;
    if (square > 0 && square < 1) {
      return mean + deviation * x * Math.sqrt((-2 * Math.log(square)) / square);
    }
  }
}

/** One of the items, all equally likely. */
export function pick<Item>(random: RandomSource, items: readonly Item[]): Item {
  return items[Math.floor(random() * items.length)]!;
}
