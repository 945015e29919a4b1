import { expect, it } from "vitest";
import { z } from "zod";

import { route } from "./route";

const values = z.union([z.string(), z.array(z.string())]);
const GET = route({
  auth: "public",
  query: z.record(z.string(), values),
  handle: ({ query }) => Promise.resolve(query),
});

it.each([
  ["tag=a&tag=b&limit=1&tag=c", { tag: ["a", "b", "c"], limit: "1" }],
  ["tag=a,b&outlet=", { tag: "a,b", outlet: "" }],
  ["tag=&tag=", { tag: ["", ""] }],
])("a query keeps all that is there several times: %s", async (query, expected) => {
  const request = new Request(`http://127.0.0.1/x?${query}`);
  const response = await GET(request, { params: Promise.resolve({}) });
  expect(await response.json()).toEqual(expected);
});
