import { median, ratio } from "../median.mjs";

const fewestForCopy = 1_000_000;

/** Medians over repetitions, ratios within each of them, and what they are to reach. */
export function report({ machine, rows, opening }) {
  const table = rows.map(({ nArticles, nSpans, samples, readMs, peakRssMb }) => {
    const of = (value) => median(samples.map(value));
    const computeMs = ({ statisticsMs, intervalsMs }) => statisticsMs + intervalsMs;
    return {
      nArticles,
      nSpans,
      nRepetitions: samples.length,
      copyMs: of(({ copyMs }) => copyMs),
      statisticsMs: of(({ statisticsMs }) => statisticsMs),
      intervalsMs: of(({ intervalsMs }) => intervalsMs),
      microsecondsPerSpan: (of(({ statisticsMs }) => statisticsMs) * 1000) / nSpans,
      toCopy: of((sample) => computeMs(sample) / sample.copyMs),
      readMs,
      peakRssMb,
    };
  });
  const [middle, top] = table.slice(-2);
  const goals = [
    // The resamples cost the same from some size on: small projects say nothing about this.
    ...(top.nSpans < fewestForCopy
      ? []
      : [
          goal(
            `Statistics and intervals of ${top.nSpans} spans, to reading the rows by COPY`,
            top.toCopy,
            1,
          ),
        ]),
    goal(
      `Statistics per span at ${top.nSpans} spans, to those at ${middle.nSpans}: 1 is linear`,
      ratio(top.microsecondsPerSpan, middle.microsecondsPerSpan),
      1.5,
    ),
    goal(
      `Opening the agreement of ${opening.nArticlesLarge} articles, to ${opening.nArticlesSmall}`,
      opening.ratio,
      1.5,
    ),
  ];
  const result = { benchmark: "agreement", machine, rows: table, opening, goals };
  return { result, lines: linesOf(result) };
}

function goal(name, value, limit) {
  return { goal: name, ratio: value, limit, isMet: value !== null && value <= limit };
}

function linesOf({ machine, rows, opening, goals }) {
  const ms = (value) => value.toFixed(0).padStart(9);
  return [
    `Node ${machine.node}, ${machine.nCpus} x ${machine.cpu}. Medians; ratios are medians of paired repetitions.`,
    "",
    " articles     spans   COPY ms  count ms  alpha ms  of COPY  us/span   COPY into objects ms  peak MB",
    ...rows.map((row) =>
      [
        String(row.nArticles).padStart(9),
        String(row.nSpans).padStart(9),
        ms(row.copyMs),
        ms(row.statisticsMs),
        ms(row.intervalsMs),
        row.toCopy.toFixed(2).padStart(8),
        row.microsecondsPerSpan.toFixed(2).padStart(8),
        ms(row.readMs).padStart(22),
        row.peakRssMb.toFixed(0).padStart(8),
      ].join(" "),
    ),
    "",
    `Opening: ${opening.smallMs.toFixed(1)} ms at ${opening.nArticlesSmall} articles, ${opening.largeMs.toFixed(1)} ms at ${opening.nArticlesLarge}.`,
    `The app's job made the first report of ${opening.nArticlesLarge} articles in ${(opening.jobMs / 1000).toFixed(1)} s; opening took ${opening.duringJobMs.toFixed(1)} ms meanwhile.`,
    "",
    ...goals.map(({ goal, ratio, limit, isMet }) => {
      const value = ratio === null ? "-" : ratio.toFixed(3);
      return `${isMet ? "met   " : "MISSED"}  ${value.padStart(7)} of ${limit.toFixed(3)}  ${goal}`;
    }),
  ];
}
