import { readFileSync } from "node:fs";

import { describe, expect, it } from "vitest";

import shipped from "../agreement-oracles.json";
import { checkOracles } from "./check-oracles";
import type { OracleContext, OracleEntry, StoredSpan } from "./entry";

const entries = shipped.oracles as unknown as OracleEntry[];
const demo = JSON.parse(
  readFileSync(new URL("../../../../prisma/demo/demo-annotations.json", import.meta.url), "utf8"),
) as {
  article: { body_length_codepoints: number };
  annotations: Record<string, StoredSpan[]>;
};
const context: OracleContext = {
  layersOf: () => ({
    lengthCodePoints: demo.article.body_length_codepoints,
    layers: Object.values(demo.annotations),
  }),
};
const entry = (over: Partial<OracleEntry>): OracleEntry => ({
  ...{ id: "own", measure: "Cohen's kappa", data: {}, expected: {}, tolerance: 0.001 },
  ...over,
});

describe("published worked examples", () => {
  const lines = checkOracles(entries, context);

  it.each(entries.map(({ id }) => id))("%s", (id) => {
    const own = lines.filter((line) => line.id === id);
    expect(own.length).toBeGreaterThan(0);
    expect(own.filter(({ isOk }) => !isOk)).toEqual([]);
  });
});

describe("checkOracles", () => {
  it("fails on a wrong value, an unknown measure and data of unknown shape", () => {
    const table = [
      [20, 5],
      [10, 15],
    ];
    const lines = checkOracles(
      [
        entry({ data: { table }, expected: { kappa: 0.4, po: 0.5, charm: 1 } }),
        entry({ data: { smells: "of nothing" }, expected: { kappa: 1 } }),
      ],
      context,
    );
    expect(lines.map(({ isOk }) => isOk)).toEqual([true, false, false, false]);
    expect(lines[3]?.computed).toContain("cannot be computed");
  });

  it("takes data from another entry and keeps the tolerance of each key", () => {
    const [first, second] = [
      entry({
        id: "first",
        data: {
          table: [
            [4, 1],
            [2, 3],
          ],
        },
        expected: { po: 0.7 },
      }),
      entry({
        id: "second",
        data: { table: "see first" },
        expected: { po: 0.75, S: 0.4 },
        tolerance: { po: 0.1, S: 1e-9 },
      }),
    ];
    expect(checkOracles([first, second], context).map(({ isOk }) => isOk)).toEqual([
      true,
      true,
      true,
    ]);
  });

  it("reads a table of category counts under Fleiss' kappa", () => {
    const rows = [
      [0, 0, 0, 0, 14],
      [0, 2, 6, 4, 2],
      [0, 0, 3, 5, 6],
      [0, 3, 9, 2, 0],
    ];
    const more = [
      [2, 2, 8, 1, 1],
      [7, 7, 0, 0, 0],
      [3, 2, 6, 3, 0],
      [2, 5, 3, 2, 2],
    ];
    const last = [
      [6, 5, 2, 1, 0],
      [0, 2, 2, 3, 7],
    ];
    const data = { table: [...rows, ...more, ...last] };
    const fleiss = entry({ measure: "Fleiss' kappa", data, expected: { kappa: 0.21, pe: 0.213 } });
    expect(checkOracles([fleiss], context).every(({ isOk }) => isOk)).toBe(true);
  });

  it.each([
    [{ id: "a", measure: "kappa", expected: { kappa: 1 } }, "no “data” object"],
    [{ measure: "kappa", data: {}, expected: { kappa: 1 } }, "no “id” text"],
    [null, "has to be an object"],
    [entry({ expected: { kappa: 1 }, data: { table: [[1, 2], [3]] } }), "different lengths: 2, 1"],
    [
      entry({
        expected: { kappa: 1 },
        data: {
          table: [
            ["a", 1],
            [1, 2],
          ],
        },
      }),
      "is no count",
    ],
    [
      entry({ expected: { kappa: 1 }, data: { units_by_observer: "see nothing" } }),
      "isn't in the file",
    ],
    [
      entry({ expected: { kappa: 1 }, data: { gold: [[5, 2, "A"]], submission: [] } }),
      "no [start, end, tag]",
    ],
  ])("a malformed entry is a failed line that says what is wrong: %j", (malformed, reason) => {
    const lines = checkOracles([malformed], context);
    expect(lines).toMatchObject([{ isOk: false }]);
    expect(lines[0]?.computed).toContain(reason);
  });
});
