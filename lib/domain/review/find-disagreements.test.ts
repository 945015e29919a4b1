import { readFileSync } from "node:fs";

import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { defaultCodebook } from "../codebook/default-codebook";
import type { Attributes, Span } from "../spans/span";
import { findDisagreements, type ReviewLayer } from "./find-disagreements";
import { matchDisagreements } from "./match-disagreements";

let next = 0;
function span(start: number, end: number, tagId = "NAMED", attributes: Attributes = {}): Span {
  const quote = "x".repeat(end - start);
  return { id: `s${++next}`, segment: "body", start, end, quote, tagId, attributes, revision: 1 };
}
const layers = (...spans: Span[][]): ReviewLayer[] =>
  spans.map((mine, at) => ({ annotatorId: `p${at}`, spans: mine }));
const kinds = (...spans: Span[][]) =>
  findDisagreements(layers(...spans), defaultCodebook).disagreements.map(({ kind }) => kind);

describe("findDisagreements", () => {
  it.each([
    ["one_sided", [span(0, 5)], []],
    ["boundary", [span(0, 5)], [span(0, 7)]],
    ["tag", [span(0, 5)], [span(0, 5, "VAGUE")]],
    ["boundary_and_tag", [span(0, 5)], [span(2, 7, "VAGUE")]],
    ["attribute", [span(0, 5, "NAMED", { form: "mention" })], [span(0, 5)]],
  ])("calls it %s", (kind, a, b) => {
    expect(kinds(a, b)).toEqual([kind]);
  });

  it("takes what all marked alike for unanimous, remarks aside", () => {
    const found = findDisagreements(
      layers([span(0, 5, "NAMED", { note: "sure", confidence: 3 })], [span(0, 5)]),
      defaultCodebook,
    );
    expect(found.disagreements).toEqual([]);
    expect(found.unanimous).toHaveLength(1);
  });

  it("keeps families apart and chains overlaps within one", () => {
    expect(kinds([span(0, 5)], [span(0, 5, "LOADED")])).toEqual(["one_sided", "one_sided"]);
    expect(kinds([span(0, 5), span(8, 12, "VAGUE")], [span(4, 9)])).toHaveLength(1);
  });

  it("needs two layers", () => {
    expect(kinds([span(0, 5)])).toEqual([]);
  });

  it("gives every span to exactly one cluster, whatever the order", () => {
    const anyLayer = fc
      .array(fc.tuple(fc.nat(30), fc.integer({ min: 1, max: 6 }), fc.boolean()), { maxLength: 8 })
      .map((parts) =>
        parts.map(([start, size, isNamed]) =>
          span(start, start + size, isNamed ? "NAMED" : "LOADED"),
        ),
      );
    fc.assert(
      fc.property(anyLayer, anyLayer, anyLayer, (a, b, c) => {
        const all = layers(a, b, c);
        const { disagreements, unanimous } = findDisagreements(all, defaultCodebook);
        const clustered = [...disagreements, ...unanimous].flatMap(({ members }) =>
          members.map(({ spanId }) => spanId),
        );
        expect(clustered.toSorted()).toEqual([...a, ...b, ...c].map(({ id }) => id).toSorted());
        expect(findDisagreements(all.toReversed(), defaultCodebook)).toEqual({
          disagreements,
          unanimous,
        });
      }),
    );
  });

  it("finds on the real article what two annotators disagreed on", () => {
    const demo = JSON.parse(readFileSync("prisma/demo/demo-annotations.json", "utf8")) as {
      annotations: Record<string, (Span & { tag: string })[]>;
    };
    const layer = (name: string): ReviewLayer => ({
      annotatorId: name,
      spans: (demo.annotations[name] ?? []).map((one) => ({
        ...one,
        tagId: one.tag,
        segment: "body",
        attributes: {},
        revision: 1,
      })),
    });
    const found = findDisagreements([layer("demo-a"), layer("demo-b")], defaultCodebook);
    const count = (kind: string) => found.disagreements.filter((one) => one.kind === kind).length;
    expect(found.unanimous).toHaveLength(14);
    expect(["one_sided", "boundary", "tag", "boundary_and_tag", "attribute"].map(count)).toEqual([
      14, 7, 1, 5, 0,
    ]);
  });
});

describe("matchDisagreements", () => {
  const known = (id: string, fingerprint: string, start: number, status = "decided" as const) => ({
    ...{ id, fingerprint, start, status },
    end: start + 5,
    familyId: "F",
    segment: "body" as const,
  });
  const found = (fingerprint: string, start: number) => known("", fingerprint, start);

  it("keeps equal ones, continues overlapping ones, adds and drops the rest", () => {
    const changes = matchDisagreements(
      [known("same", "f1", 0), known("moved", "f2", 10), known("gone", "f3", 50)],
      [found("f1", 0), found("f4", 12), found("f5", 30)],
    );
    expect(changes.changed.map(({ id }) => id)).toEqual(["moved"]);
    expect(changes.added.map(({ fingerprint }) => fingerprint)).toEqual(["f5"]);
    expect(changes.vanished).toEqual(["gone"]);
  });
});
