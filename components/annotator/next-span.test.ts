import { expect, it } from "vitest";

import type { Span } from "@/lib/domain/spans/span";
import { nextSpan } from "./next-span";

const spanAt = (start: number): Span => ({
  ...{ id: String(start), segment: "body", start, end: start + 1, quote: "a" },
  ...{ tagId: "LOADED", attributes: {}, revision: 1 },
});
const [first, second, third] = [spanAt(0), spanAt(5), spanAt(9)];
const all = [first, second, third];

it("goes from span to span, and around the end", () => {
  expect(nextSpan(all, first, 1)).toBe(second);
  expect(nextSpan(all, second, -1)).toBe(first);
  expect(nextSpan(all, third, 1)).toBe(first);
  expect(nextSpan(all, first, -1)).toBe(third);
  expect([nextSpan(all, null, 1), nextSpan(all, null, -1)]).toEqual([first, third]);
  expect(nextSpan([], null, 1)).toBeUndefined();
});

it("goes on from where a span was that is gone", () => {
  const left = [first, third];
  expect(nextSpan(left, second, 1)).toBe(third);
  expect(nextSpan(left, second, -1)).toBe(first);
  expect(nextSpan([first, second], third, 1)).toBe(first);
  expect(nextSpan([], second, 1)).toBeUndefined();
});
