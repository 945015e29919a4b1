/** What an import and the lists are to reach. Unmeasured goals are not met. */
export function judge(imported, background, lists) {
  return [
    goal("Articles imported a second, to COPY of the same rows", imported.toCopy, 1 / 3, "least"),
    goal(
      "Peak memory of the second half of the import, to the first",
      imported.memoryGrowth,
      1.2,
      "most",
    ),
    goal("Saves during the import, 95th percentile, to before", imported.saveRatio, 2, "most"),
    goal(
      "One large file, uploaded and read: articles a second, to COPY",
      background.toCopy,
      1 / 3,
      "least",
    ),
    goal("Its peak memory, to that after half of it", background.memoryGrowth, 1.2, "most"),
    goal("Saves during it, 95th percentile, to before", background.saveRatio, 2, "most"),
    ...lists.map(({ list, ratio }) =>
      goal(`Opening ${list}, large project to small`, ratio, 1.5, "most"),
    ),
    ...lists.map(({ list, plans }) =>
      goal(
        `Scans and sorts of many rows: ${list}`,
        plans.flatMap(({ problems }) => problems).length,
        0,
        "most",
      ),
    ),
  ];
}

function goal(name, value, limit, kind) {
  const isMet = value !== null && (kind === "least" ? value >= limit : value <= limit);
  return { goal: name, value, limit, kind, isMet };
}

export function linesOf({ machine, import: imported, background, lists, goals }) {
  const number = (value) => value.toFixed(1).padStart(8);
  const mib = (value) => (value === null ? "-" : `${value.toFixed(0)} MiB`);
  return [
    `Node ${machine.node}, ${machine.nCpus} x ${machine.cpu}. Medians of blocks and rounds.`,
    "",
    `Import of ${imported.nRows} articles, ${imported.articlesPerRequest} a request and ${imported.nRequestsAtOnce} requests at once: ${imported.rowsPerSecond.toFixed(0)} a second; COPY of the same rows: ${imported.copyRowsPerSecond.toFixed(0)}.`,
    `Memory of the app and its helpers: ${mib(imported.peakMib)} at most.`,
    `Saves, 95th percentile: ${imported.saveIdleP95Ms.toFixed(1)} ms before (${imported.nSavesIdle}), ${imported.saveBusyP95Ms.toFixed(1)} ms during (${imported.nSavesBusy}).`,
    `One file of ${(background.nBytes / 1e6).toFixed(0)} MB in the background: uploaded in ${(background.uploadMs / 1000).toFixed(1)} s, read in ${(background.readMs / 1000).toFixed(1)} s; COPY of the same rows: ${(background.copyMs / 1000).toFixed(1)} s. Memory: ${mib(background.peakMib)} at most. Saves: ${background.saveIdleP95Ms.toFixed(1)} ms before, ${background.saveBusyP95Ms.toFixed(1)} ms during.`,
    "",
    "List                     small ms  large ms   ratio",
    ...lists.flatMap(({ list, smallMs, largeMs, ratio, plans }) => [
      `${list.padEnd(24)} ${number(smallMs)} ${number(largeMs)} ${ratio.toFixed(2).padStart(8)}`,
      ...plans.map(({ nodes }) => `    ${nodes.join(" < ")}`),
      ...plans.flatMap(({ problems }) => problems.map((one) => `    TOO MUCH: ${one}`)),
    ]),
    "",
    ...goals.map(({ goal, value, limit, kind, isMet }) => {
      const shown = value === null ? "-" : value.toFixed(3);
      return `${isMet ? "met   " : "MISSED"}  ${shown.padStart(7)}, at ${kind} ${limit.toFixed(3)}  ${goal}`;
    }),
  ];
}
