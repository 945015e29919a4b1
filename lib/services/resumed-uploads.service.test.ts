import { strToU8 } from "fflate";
import { describe, expect, it } from "vitest";

import { importPartBytes } from "../contracts/imports";
import { runImport } from "./import-run";
import { cancelImport, getImport, receivePart } from "./imports";
import { sql } from "./testing/sql";
import { hashBefore, openForUploads } from "./testing/upload-imports";

const nParts = 3;
/** Two versions of a file: of one length, and alike up to the second part. */
const fileOf = (mark: "a" | "b") => {
  const start = `title,text\n"Long","${"word ".repeat(220_000)}`;
  const length = nParts * importPartBytes - start.length - 1;
  return strToU8(`${start}${mark.repeat(length)}"`);
};
const [first, other] = [fileOf("a"), fileOf("b")];
const at = importPartBytes;
const twice = 2 * importPartBytes;

async function open() {
  const uploads = await openForUploads();
  const { admin, projectId } = uploads;
  const send = (importId: string, bytes: Uint8Array, from: number, before?: string) => {
    const part = bytes.subarray(from, from + importPartBytes);
    return receivePart(admin, projectId, importId, { at: from, before, bytes: part });
  };
  const refusal = (reason: string) => ({ code: "conflict", details: { reason } });
  return { ...uploads, send, refusal };
}

describe("an upload that is gone on with", () => {
  it("takes only what continues the very file that it was begun with", async () => {
    const { begin, sendFrom, send, refusal, projectId, listed } = await open();
    const { id } = await begin("long.csv", first);
    await sendFrom(id, first, 0, twice);
    expect(await begin("long.csv", other)).toMatchObject({ id, nReceived: twice });
    const proof = hashBefore(other, twice);
    await expect(send(id, other, twice, proof)).rejects.toMatchObject(refusal("upload_differs"));
    await expect(send(id, other, twice)).rejects.toMatchObject(refusal("upload_unproven"));
    // From the start, parts that are there are passed over, which proves nothing.
    for (const from of [0, at]) await send(id, other, from);
    await expect(send(id, other, twice)).rejects.toMatchObject(refusal("upload_unproven"));

    const anew = await begin("long.csv", other, { anew: true });
    expect(anew.id).not.toBe(id);
    for (const from of [0, at, twice]) await send(anew.id, other, from);
    await send(id, first, twice, hashBefore(first, twice));
    for (const importId of [anew.id, id]) await runImport({ projectId, importId });
    const stored = await sql<{ isMixed: boolean }>(
      `SELECT body LIKE '%ab%' OR body LIKE '%ba%' AS "isMixed" FROM "Article" WHERE "projectId" = $1`,
      [projectId],
    );
    expect(stored).toEqual([{ isMixed: false }, { isMixed: false }]);
    expect(await listed()).toHaveLength(2);
  });

  it("needs no proof where nothing was gone on with, and checks one that is given", async () => {
    const { begin, send, refusal, admin, projectId } = await open();
    const { id } = await begin("long.csv", first);
    await send(id, first, 0);
    const wrong = hashBefore(other, twice);
    await expect(send(id, first, at, wrong)).rejects.toMatchObject(refusal("upload_differs"));
    await send(id, first, at);
    await send(id, first, twice);
    // Its answer was lost: the same part again is no fault, also when all is there.
    expect(await send(id, first, twice)).toMatchObject({ nReceived: first.length });
    expect(await getImport(admin, projectId, id)).toMatchObject({ state: "queued" });
  });

  it("tells who sends another file meanwhile that it was completed without them", async () => {
    const { begin, sendFrom, send, refusal } = await open();
    const { id } = await begin("long.csv", first);
    expect(await begin("long.csv", other)).toMatchObject({ id, nReceived: 0 });
    await sendFrom(id, first);
    const complete = refusal("upload_complete");
    for (const from of [0, at, twice]) {
      const before = from > 0 ? hashBefore(other, from) : undefined;
      await expect(send(id, other, from, before)).rejects.toMatchObject(complete);
    }
    const last = await send(id, first, twice, hashBefore(first, twice));
    expect(last).toMatchObject({ state: "queued" });
  });

  it("is not found again when it is from before there were hashes, but can be ended", async () => {
    const { begin, send } = await open();
    const { id } = await begin("long.csv", first);
    await send(id, first, 0);
    await sql(`UPDATE "Import" SET "receivedHash" = NULL WHERE id = $1`, [id]);
    expect((await begin("long.csv", first)).id).not.toBe(id);
    await send(id, first, at);
    expect(await send(id, first, twice)).toMatchObject({ state: "queued" });
  });

  it("says that it was stopped, whichever part comes then", async () => {
    const { begin, send, refusal, admin, projectId } = await open();
    const { id } = await begin("long.csv", first);
    await send(id, first, 0);
    await cancelImport(admin, projectId, id);
    for (const from of [0, at, twice]) {
      await expect(send(id, first, from)).rejects.toMatchObject(refusal("import_stopped"));
    }
  });
});
