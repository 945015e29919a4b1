import { expect, it } from "vitest";

import { parseJson } from "./parse-json";

it("says where a text stops being JSON, by line and column", () => {
  expect(parseJson('{"a": 1}')).toEqual({ a: 1 });
  expect(() => parseJson('{\n "a": }')).toThrow(
    expect.objectContaining({
      ...{ code: "invalid", detail: expect.stringContaining("This isn't JSON.") as string },
      ...{ reason: "json_broken_at", facts: { line: 2, column: 7 } },
    }),
  );
});
