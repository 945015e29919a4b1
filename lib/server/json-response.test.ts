import { expect, it } from "vitest";

import { jsonResponse } from "./json-response";

it.each([
  [1_023, "x", "no-store, no-transform"],
  [1_024, "x", "no-store"],
  [512, "ż", "no-store"],
])("%i times %s goes out under Cache-Control: %s", async (nTimes, letter, cacheControl) => {
  const text = letter.repeat(nTimes);
  const response = jsonResponse(text, "no-store", { status: 503, headers: { ETag: '"a"' } });
  expect(response.headers.get("cache-control")).toBe(cacheControl);
  expect(response.headers.get("content-type")).toBe("application/json");
  expect(response.headers.get("etag")).toBe('"a"');
  expect(response.status).toBe(503);
  expect(await response.text()).toBe(text);
});
