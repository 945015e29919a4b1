import { describe, expect, it } from "vitest";

import { allowedRoles, can, type Action, roles } from "./policy";

describe("can", () => {
  it("lets nobody in without a role", () => {
    for (const action of Object.keys(allowedRoles) as Action[]) {
      expect(can(null, action)).toBe(false);
    }
  });

  it("is this table", () => {
    const table = Object.fromEntries(
      roles.map((role) => [
        role,
        (Object.keys(allowedRoles) as Action[]).filter((action) => can(role, action)),
      ]),
    );
    expect(table).toMatchSnapshot();
  });

  it("keeps layers to annotators and decisions away from them", () => {
    expect(can("annotator", "layer.annotate")).toBe(true);
    expect(can("admin", "layer.annotate")).toBe(false);
    expect(can("annotator", "disagreements.read")).toBe(false);
    expect(can("researcher", "disagreements.decide")).toBe(false);
    expect(can("reviewer", "exports.read")).toBe(false);
  });
});
