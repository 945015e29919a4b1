import { ESLint } from "eslint";
import { describe, expect, it } from "vitest";

const eslint = new ESLint();

/** Rule ids reported when `code` stands in for an existing file. */
async function rulesBroken(filePath: string, code: string) {
  const [result] = await eslint.lintText(code, { filePath });
  return result?.messages.map((message) => message.ruleId);
}

// A rule whose glob matches nothing passes for ever. Each line here proves that one still bites.
describe("the lint rules catch", { timeout: 60_000 }, () => {
  it.each([
    ["lib/domain/errors.ts", 'export * from "../db/client";', "boundaries/dependencies"],
    ["lib/domain/errors.ts", 'export { cache } from "react";', "no-restricted-imports"],
    ["lib/domain/errors.ts", 'export { readFile } from "node:fs";', "no-restricted-imports"],
    ["lib/domain/errors.ts", "export const now = Date.now();", "no-restricted-properties"],
    ["lib/domain/errors.ts", "export const dice = Math.random();", "no-restricted-properties"],
    ["lib/domain/errors.ts", "export const now = new Date();", "no-restricted-syntax"],
    ["lib/domain/errors.ts", "export const env = process.env;", "no-restricted-globals"],
    ["lib/domain/errors.ts", "export const x: any = 1;", "@typescript-eslint/no-explicit-any"],
    ["lib/contracts/fields.ts", 'export * from "../services/access";', "boundaries/dependencies"],
    ["lib/client/api-client.ts", 'export * from "../db/client";', "boundaries/dependencies"],
    ["lib/client/api-client.ts", 'export * from "next-auth";', "no-restricted-imports"],
    ["lib/db/client.ts", 'export * from "../services/access";', "boundaries/dependencies"],
    ["lib/server/route.ts", 'export * from "../services/access";', "boundaries/dependencies"],
    ["lib/services/access.ts", '"use server"; export {};', "no-restricted-syntax"],
    ["lib/services/access.ts", 'export * from "@prisma/client";', "no-restricted-imports"],
    ["lib/services/access.ts", 'export * from "../jobs/demo-layer";', "boundaries/dependencies"],
    [
      "lib/db/client.ts",
      "export const all = (db: { $queryRawUnsafe: () => void }) => db.$queryRawUnsafe();",
      "no-restricted-syntax",
    ],
    ["components/ui/button.tsx", 'export * from "../layout/nav-link";', "boundaries/dependencies"],
    [
      "components/queue/queue.tsx",
      'export * from "@/lib/services/access";',
      "boundaries/dependencies",
    ],
    [
      "components/queue/queue.tsx",
      'export const x = <p dangerouslySetInnerHTML={{ __html: "" }} />;',
      "no-restricted-syntax",
    ],
    ["components/queue/queue.tsx", "export const x = <p>Hello</p>;", "no-restricted-syntax"],
    ["components/queue/queue.tsx", 'export const x = <p>{"Hello"}</p>;', "no-restricted-syntax"],
    ["components/queue/queue.tsx", 'export const x = <p title="Hello" />;', "no-restricted-syntax"],
    [
      "components/queue/queue.tsx",
      "export const f = (n: string) => <p aria-label={`Open ${n}`} />;",
      "no-restricted-syntax",
    ],
    ["app/not-found.tsx", 'export const x = <img alt="A hat" />;', "no-restricted-syntax"],
    ["app/layout.tsx", 'export * from "@/lib/db/client";', "boundaries/dependencies"],
    ["app/api/v1/me/route.ts", "export const GET = () => new Response();", "no-restricted-syntax"],
    ["app/api/v1/me/route.ts", "export function GET() { return 1; }", "no-restricted-syntax"],
    [
      "e2e/playwright.config.ts",
      'export * from "@/lib/services/access";',
      "boundaries/dependencies",
    ],
    [
      "e2e/playwright.config.ts",
      "export const f = (page: { waitForTimeout: (ms: number) => void }) => page.waitForTimeout(1);",
      "no-restricted-syntax",
    ],
    [
      "lib/services/access.ts",
      'async function guard() { await Promise.reject(new Error("no")); }\nexport function f() { guard(); }',
      "@typescript-eslint/no-floating-promises",
    ],
  ])("%s: %s", async (file, code, rule) => {
    expect(await rulesBroken(file, code)).toContain(rule);
  });
});
