import { describe, expect, it } from "vitest";

import { defaultCodebook } from "../domain/codebook/default-codebook";
import { getCodebook, publishCodebook } from "./codebook";
import { makeProject } from "./testing/make-project";

describe("a codebook", () => {
  it("is the default one in a new project", async () => {
    const { projectId, actors } = await makeProject({ nAnnotators: 0 });
    const { number, definition } = await getCodebook(actors.researcher, projectId);
    expect(number).toBe(1);
    expect(definition).toEqual(defaultCodebook);
  });

  it("gets a number of its own for each version, also when two publish at the same moment", async () => {
    const { projectId, actors } = await makeProject({ nAnnotators: 0 });
    const published = await Promise.all(
      ["2.0", "2.1", "2.2"].map((version) =>
        publishCodebook(actors.admin, projectId, { ...defaultCodebook, version }),
      ),
    );
    expect(published.map(({ number }) => number).sort()).toEqual([2, 3, 4]);
    const current = await getCodebook(actors.admin, projectId);
    expect(current).toEqual(published.find(({ number }) => number === 4));
  });
});
