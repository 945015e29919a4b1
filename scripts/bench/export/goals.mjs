const round = (value, digits = 2) => (value === null ? "n/a" : value.toFixed(digits));

/** What an export is to reach, each beside what it did. What was not measured is not met. */
export function judge({ profiles, memory, health }) {
  const speed = Object.entries(profiles).map(([name, { ratio }]) =>
    goal(`Rows a second to COPY's, ${name}`, ratio, "at least", 0.7),
  );
  const first = Math.max(...Object.values(profiles).map(({ firstByteMs }) => firstByteMs));
  return [
    ...speed,
    goal("Slowest first byte, ms", first, "at most", 1000),
    goal("Growth of the app's memory from 10,000 rows, MiB", memory.growthMib, "at most", 64),
    goal("Other requests' p95 to idle", health.slowdown, "at most", 2),
  ];
}

function goal(name, value, bound, limit) {
  const isMet = value !== null && (bound === "at least" ? value >= limit : value <= limit);
  return { name, value, goal: `${bound} ${limit}`, isMet };
}

/** The result for people. */
export function toLines({ nRows, limit, profiles, memory, health, goals }) {
  return [
    `annotations.csv, ${nRows} rows, over HTTP and by ${limit}. Medians; ratios are of neighbours.`,
    "",
    ...Object.entries(profiles).map(
      ([name, its]) =>
        `${name.padEnd(12)} ${round(its.rowsPerSecond, 0)} rows/s, ${round(its.megabytes, 0)} MB; COPY ${round(its.limitRowsPerSecond, 0)} rows/s; first byte ${round(its.firstByteMs, 0)} ms`,
    ),
    `memory       ${round(memory.smallMib, 0)} MiB at 10,000 rows, ${round(memory.largeMib, 0)} MiB at ${nRows}`,
    `health p95   ${round(health.idleP95Ms, 1)} ms idle, ${round(health.busyP95Ms, 1)} ms while a file is taken`,
    "",
    ...goals.map(
      (one) =>
        `${one.isMet ? "met   " : "MISSED"} ${one.name}: ${round(one.value)} (goal ${one.goal})`,
    ),
  ];
}
