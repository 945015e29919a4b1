import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { planAssignments } from "./plan-assignments";

const ids = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, at) => `${prefix}${at}`);
const anyInput = fc.record({
  nArticles: fc.integer({ min: 1, max: 30 }),
  nAnnotators: fc.integer({ min: 1, max: 8 }),
  perArticle: fc.integer({ min: 1, max: 5 }),
  seed: fc.nat(),
});

describe("planAssignments", () => {
  it("balances loads, gives nobody an article twice, and reports what is missing", () => {
    fc.assert(
      fc.property(anyInput, ({ nArticles, nAnnotators, perArticle, seed }) => {
        const articleIds = ids("a", nArticles);
        const annotatorIds = ids("p", nAnnotators);
        const plan = planAssignments({ articleIds, annotatorIds, perArticle, seed, existing: [] });
        const pairs = plan.items.map((item) => `${item.articleId} ${item.annotatorId}`);
        expect(new Set(pairs).size).toBe(pairs.length);
        const loads = [...plan.load.values()].map(({ added }) => added);
        expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1);
        expect(pairs).toHaveLength(nArticles * Math.min(perArticle, nAnnotators));
        expect(plan.shortages).toHaveLength(perArticle > nAnnotators ? nArticles : 0);
      }),
    );
  });

  it("depends on the seed and on nothing else", () => {
    fc.assert(
      fc.property(anyInput, ({ nArticles, nAnnotators, perArticle, seed }) => {
        const articleIds = ids("a", nArticles);
        const annotatorIds = ids("p", nAnnotators);
        const input = { articleIds, annotatorIds, perArticle, seed, existing: [] };
        const reordered = {
          ...input,
          articleIds: articleIds.toReversed(),
          annotatorIds: annotatorIds.toReversed(),
        };
        expect(planAssignments(reordered).items).toEqual(planAssignments(input).items);
      }),
    );
  });

  it("counts what is assigned already", () => {
    const plan = planAssignments({
      articleIds: ["a1", "a2"],
      annotatorIds: ["p1", "p2", "p3"],
      perArticle: 2,
      seed: 7,
      existing: [
        { articleId: "a1", annotatorId: "p1" },
        { articleId: "a0", annotatorId: "p1" },
      ],
    });
    expect(plan.items.filter(({ articleId }) => articleId === "a1")).toHaveLength(1);
    expect(plan.items.every(({ annotatorId }) => annotatorId !== "p1")).toBe(true);
    expect(plan.load.get("p1")).toEqual({ before: 2, added: 0 });
  });

  it("adds nothing when planned again", () => {
    const input = {
      articleIds: ids("a", 9),
      annotatorIds: ids("p", 4),
      perArticle: 3,
      seed: 3,
    };
    const first = planAssignments({ ...input, existing: [] });
    expect(planAssignments({ ...input, existing: first.items }).items).toEqual([]);
  });
});
