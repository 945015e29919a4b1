import { describe, expect, it } from "vitest";

import type { Encoding } from "../contracts/imports";
import { previewArticles } from "./import-preview";
import { makeProject } from "./testing/make-project";

const sentBytes = 262_144;
/** The bytes of a header, and those of a character that the text of the one row repeats. */
const encoded: readonly [Encoding, header: Buffer, character: number[]][] = [
  ["utf-8", Buffer.from("title,text\nA,"), [0xe2, 0x82, 0xac]],
  ["utf-16le", Buffer.from("\ufefftitle,text\nAB,", "utf16le"), [0x3d, 0xd8, 0x00, 0xde]],
  ["euc-kr", Buffer.from("title,text\nA,"), [0xb0, 0xa1]],
  ["shift_jis", Buffer.from("title,text\nA,"), [0x82, 0xa0]],
];

describe("the preview of a table", () => {
  it.each(encoded)(
    "in %s takes what the screen sends of a long one",
    async (...[encoding, header, character]) => {
      const { actors, projectId } = await makeProject({ nAnnotators: 0 });
      const preview = (length: number) => {
        const text = Buffer.alloc(length - header.length, Uint8Array.from(character));
        const file = { name: "a.csv", bytes: Buffer.concat([header, text]) };
        return previewArticles(actors.admin, projectId, file, { encoding });
      };
      // At one of these lengths at least the last character is cut.
      for (const length of [sentBytes, sentBytes + 1, sentBytes + 2, sentBytes + 3]) {
        expect(await preview(length)).toMatchObject({ encoding, columns: ["title", "text"] });
      }
      const nWhole = header.length + character.length * 10;
      await expect(preview(nWhole)).resolves.toMatchObject({ encoding });
      await expect(preview(nWhole - 1)).rejects.toMatchObject({ code: "invalid" });
    },
  );
});
