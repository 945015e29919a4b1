import { describe, expect, it } from "vitest";

import { scopeNeeded } from "./token-scope";

const project = "/api/v1/projects/0190a5a0-0000-7000-8000-000000000000";

describe("scopeNeeded", () => {
  it.each([
    ["GET", "/api/v1/me", "read"],
    ["HEAD", "/api/v1/me", "read"],
    ["GET", project, "read"],
    ["GET", `${project}/agreement`, "read"],
    ["GET", `${project}/exports/gold.csv`, "export"],
    ["GET", `${project}/releases`, "export"],
    ["GET", `${project}/releases/1/package.zip`, "export"],
    ["HEAD", `${project}/releases/1/files/texts/1.txt`, "export"],
    ["GET", `${project}/%65xports/gold.csv`, "export"],
    ["GET", `${project}/agreement%`, "read"],
    ["GET", `${project}/releases-of-others`, "read"],
    ["POST", `${project}/releases`, "write"],
    ["PATCH", project, "write"],
    ["DELETE", `${project}/members/1`, "write"],
  ])("%s %s needs %s", (method, pathname, scope) => {
    expect(scopeNeeded(method, pathname)).toBe(scope);
  });
});
