import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";

import { en } from "@/components/messages/en";
import { pl } from "@/components/messages/pl";
import type { SaveState } from "@/lib/client/use-outbox";
import { saveWords } from "./save-status";

const calm: SaveState = {
  isRead: true,
  nWaiting: 0,
  nUnwritten: 0,
  failure: null,
  storageFailure: null,
  refused: [],
  nSaved: 0,
  savedAt: null,
};
const at = new Date(2026, 0, 5, 12, 4, 31);
const clock = () => "12:04:31";
const namespace = "annotator.save";
const english = createTranslator({ locale: "en", messages: en, namespace });
const polish = createTranslator({ locale: "pl", messages: pl, namespace });
const said = (state: SaveState) => saveWords(state, english, clock);

describe("words of the save state", () => {
  it("says saved only when nothing waits", () => {
    expect(said(calm)).toBe("All changes saved");
    expect(said({ ...calm, nSaved: 14, savedAt: at })).toBe("All 14 changes saved, 12:04:31");
    for (const nWaiting of [1, 2]) {
      for (const failure of [
        null,
        "offline",
        "signed_out",
        "other_user",
        "no_access",
        "server",
        "device",
      ] as const) {
        const words = said({ ...calm, nWaiting, failure, nSaved: 3, savedAt: at });
        expect(words).not.toMatch(/changes? saved/);
        expect(words).toContain(nWaiting === 1 ? "1 change on" : "2 changes on");
      }
    }
  });

  it("says nothing is saved before this device has been asked what it holds", () => {
    expect(said({ ...calm, isRead: false })).toBe("Looking for unsaved changes…");
  });

  it("never claims that something is kept before it is", () => {
    expect(said({ ...calm, nWaiting: 1, nUnwritten: 1 })).toBe("Saving…");
    for (const storageFailure of ["no_storage", "storage_full", "outdated"] as const) {
      expect(said({ ...calm, storageFailure })).not.toContain("saved");
      expect(said({ ...calm, storageFailure, nWaiting: 2, nUnwritten: 2 })).toContain(
        "2 changes are in this page alone",
      );
    }
  });

  it("asks for the person when changes were refused", () => {
    const refused = [{}] as unknown as SaveState["refused"];
    expect(said({ ...calm, refused })).toBe("1 change needs you: not saved");
  });

  it("counts as Polish does", () => {
    const kept = [1, 3, 5, 22, 112].map((nWaiting) =>
      saveWords({ ...calm, nWaiting }, polish, clock),
    );
    expect(kept).toEqual(
      ["1 zmiana", "3 zmiany", "5 zmian", "22 zmiany", "112 zmian"].map(
        (changes) => `Zapisywanie: ${changes} na tym urządzeniu`,
      ),
    );
  });
});
