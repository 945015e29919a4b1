import { describe, expect, it } from "vitest";

import type { SaveState } from "@/lib/client/use-outbox";
import { saveWords } from "./save-status";

const calm: SaveState = {
  isRead: true,
  nWaiting: 0,
  nUnwritten: 0,
  failure: null,
  refused: [],
  nSaved: 0,
  savedAt: null,
};
const at = new Date(2026, 0, 5, 12, 4, 31);

describe("words of the save state", () => {
  it("says saved only when nothing waits", () => {
    expect(saveWords(calm)).toBe("All changes saved");
    expect(saveWords({ ...calm, nSaved: 14, savedAt: at })).toBe("All 14 changes saved, 12:04:31");
    for (const nWaiting of [1, 2]) {
      for (const failure of [
        null,
        "offline",
        "signed_out",
        "other_user",
        "no_access",
        "server",
      ] as const) {
        const words = saveWords({ ...calm, nWaiting, failure, nSaved: 3, savedAt: at });
        expect(words).not.toMatch(/changes? saved/);
        expect(words).toContain(nWaiting === 1 ? "1 change on" : "2 changes on");
      }
    }
  });

  it("says nothing is saved before this device has been asked what it holds", () => {
    expect(saveWords({ ...calm, isRead: false })).toBe("Looking for unsaved changes…");
  });

  it("never claims that something is kept before it is", () => {
    expect(saveWords({ ...calm, nWaiting: 1, nUnwritten: 1 })).toBe("Saving…");
    expect(saveWords({ ...calm, nWaiting: 1, nUnwritten: 1, failure: "no_storage" })).toContain(
      "can't be kept",
    );
  });

  it("asks for the person when changes were refused", () => {
    const refused = [{}] as unknown as SaveState["refused"];
    expect(saveWords({ ...calm, refused })).toBe("1 change needs you: not saved");
  });
});
