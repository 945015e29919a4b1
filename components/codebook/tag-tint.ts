/** Runs and gaps of a line in turn, in CSS pixels. */
type Rhythm = readonly number[];

// Lines of some families never quite stop, those of others are dashes: that tells the family. The
// rhythm tells the tag, for whoever doesn't see the hue.
const unbroken: readonly Rhythm[] = [
  [1, 0],
  [22, 2],
  [12, 2],
  [7, 2],
  [22, 2, 4, 2],
  [12, 2, 4, 2],
  [7, 2, 4, 2],
  [22, 2, 4, 2, 4, 2],
];
const dashed: readonly Rhythm[] = [
  [6, 3],
  [3, 3],
  [10, 4],
  [6, 3, 2, 3],
  [2, 2],
  [10, 3, 2, 3],
  [4, 6],
  [6, 3, 2, 3, 2, 3],
];
/** Degrees; neighbours in the codebook lie far apart. */
const hueShifts = [0, 26, -26, 13, -13, 39, -39, 52];

/** A colour of the theme, by its name in the style sheet, with its hue turned to the tag's. */
export function tinted(color: string, at: number): string {
  const place = at % hueShifts.length;
  return place === 0 ? `var(--${color})` : `var(--${color}-${place})`;
}

/**
 * The style sheet of the turned colours, as light and as strong as they are in the theme. Declared as
 * colours, they are worked out once; told in place, each mark of a text works out its own anew.
 */
export function tintSheet(colors: readonly string[]): string {
  const all = colors.flatMap((color) =>
    hueShifts.flatMap((shift, place) => (place === 0 ? [] : [{ color, shift, place }])),
  );
  const registered = all.map(
    ({ color, place }) =>
      `@property --${color}-${place} {\n  syntax: "<color>";\n  inherits: true;\n  initial-value: transparent;\n}\n`,
  );
  const declared = all.map(
    ({ color, shift, place }) =>
      `  --${color}-${place}: oklch(from var(--${color}) l c calc(h + ${shift}));\n`,
  );
  return `${registered.join("")}:root {\n${declared.join("")}}\n`;
}

/** The line of the tag at this place of its family, as a CSS image to be repeated along the text. */
export function linePattern(color: string, isDashed: boolean, at: number): string {
  const rhythms = isDashed ? dashed : unbroken;
  const rhythm = rhythms[at % rhythms.length] ?? [1, 0];
  let from = 0;
  const stops = rhythm.map((length, part) => {
    const stop = `${part % 2 === 0 ? color : "transparent"} ${from}px ${from + length}px`;
    from += length;
    return stop;
  });
  return `repeating-linear-gradient(90deg, ${stops.join(", ")})`;
}
