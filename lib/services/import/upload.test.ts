import { existsSync, mkdtempSync } from "node:fs";
import { readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import { beforeEach, describe, expect, it, vi } from "vitest";

import { annotationImportFields, articleImportFields } from "../../contracts/imports";
import { writeToDisk } from "../../server/spool";
import { spoolForm } from "../../server/spool-form";
import { readUpload, readWholeUpload } from "../../server/upload";

function formOf(fields: Record<string, string>, files: Record<string, string> = { "a.txt": "x" }) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  for (const [name, text] of Object.entries(files)) form.append("file", new File([text], name));
  return spoolForm(new Request("http://x.example", { method: "POST", body: form }), 1_000_000);
}
/** Where this file's uploads lie. */
const spoolHome = mkdtempSync(path.join(tmpdir(), "spool-"));
beforeEach(async () => {
  vi.stubEnv("DATA_DIR", spoolHome);
  await rm(path.join(spoolHome, "slantwise-spool"), { recursive: true, force: true });
});

function thrownBy(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}
const annotatorId = "0190a0d0-0000-7000-8000-000000000001";

describe("readUpload", () => {
  it("reads files, switches and JSON fields; an empty choice is none", async () => {
    const fields = { format: "", columns: '{"title":"Kopf"}', dryRun: "true", partial: "false" };
    const form = await formOf(fields, { "a.csv": "x", "folder/Übung “b”.csv": "größer" });
    const read = await readWholeUpload(form, articleImportFields);
    expect(read.files.map(({ name }) => name)).toEqual(["a.csv", "folder/Übung “b”.csv"]);
    expect(read.files.map(({ bytes }) => new TextDecoder().decode(bytes))).toEqual(["x", "größer"]);
    expect(read.fields).toMatchObject({ dryRun: true, partial: false, columns: { title: "Kopf" } });
    expect(read.fields.format).toBeUndefined();
  });

  it("takes a tag map with tags to leave out", async () => {
    const form = await formOf({ annotatorId, tagMap: '{"A": "LOADED", "B": null}' });
    const { fields } = readUpload(form, annotationImportFields);
    expect(fields).toMatchObject({ annotatorId, tagMap: { A: "LOADED", B: null }, submit: false });
  });

  it.each([
    [{ format: "xml" }, "format"],
    [{ columns: "{" }, "columns"],
    [{ columns: '{"headline": "x"}' }, "columns"],
    [{ dryRun: "yes" }, "dryRun"],
    [{ surprise: "x" }, ""],
  ])("refuses %j", async (fields, path) => {
    const form = await formOf(fields);
    expect(thrownBy(() => readUpload(form, articleImportFields))).toMatchObject({
      ...{
        code: "invalid",
        details: { errors: [{ path: expect.stringContaining(path) as string }] },
      },
    });
  });

  it("refuses a form without files", async () => {
    const form = await formOf({ dryRun: "true" }, {});
    expect(thrownBy(() => readUpload(form, articleImportFields))).toMatchObject({
      details: { errors: [{ path: "file" }] },
    });
  });
});

describe("the name of an uploaded file", () => {
  const headers = { "content-type": "multipart/form-data; boundary=b" };
  const named = (name: string) => {
    const head = `Content-Disposition: form-data; name="file"; filename="${name}"`;
    const body = `--b\r\n${head}\r\n\r\ntext\r\n--b--\r\n`;
    return spoolForm(new Request("http://x.example", { method: "POST", headers, body }), 10_000);
  };

  it("with a NUL in it is refused like any other field", async () => {
    const form = await named("weird\0.csv");
    expect(thrownBy(() => readUpload(form, articleImportFields))).toMatchObject({
      code: "invalid",
      details: {
        ...{ reason: "input_invalid", errors: [{ path: "file", reason: "broken_character" }] },
      },
    });
    for (const name of ["tab\t.csv", "escape\u001b[1m.csv", "\u0085.csv"]) {
      expect(readUpload(await named(name), articleImportFields).files).toMatchObject([{ name }]);
    }
  });

  it("is cut between characters", async () => {
    const { files } = readUpload(
      await named(`${"a".repeat(199)}\u{1F469}.csv`),
      articleImportFields,
    );
    expect(files.map(({ name }) => name)).toEqual(["a".repeat(199)]);
  });
});

describe("an upload", () => {
  const headers = { "content-type": "multipart/form-data; boundary=b" };
  const whole =
    '--b\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\ntext\r\n--b--\r\n';
  const send = (body: string, limit = 1000) =>
    spoolForm(new Request("http://x.example", { method: "POST", headers, body }), limit);
  const left = () => readdir(path.join(spoolHome, "slantwise-spool"));

  it("is put on the disk, and is gone when it is done with", async () => {
    const form = await send(whole);
    expect(form.files).toMatchObject([{ name: "a.txt", nBytes: 4 }]);
    expect(await readFile(form.files[0]?.path ?? "", "utf8")).toBe("text");
    await form.remove();
    expect(await left()).toEqual([]);
  });

  it("that is cut off half-way is refused, wherever it is cut", async () => {
    for (let length = 1; length < whole.length - 6; length += 5) {
      await expect(send(whole.slice(0, length))).rejects.toMatchObject({ code: "invalid" });
    }
    expect(await left()).toEqual([]);
  });

  it("that is larger than allowed is refused with what to do", async () => {
    await expect(send(whole, 20)).rejects.toMatchObject({
      ...{ code: "too_large", message: expect.stringContaining("split") as string },
    });
  });

  it.skipIf(!existsSync("/dev/full"))("that finds no room on the disk says so", async () => {
    const bytes = [new Uint8Array(100_000)];
    const written = writeToDisk(
      (async function* () {
        yield* await Promise.resolve(bytes);
      })(),
      "/dev/full",
    );
    await expect(written).rejects.toMatchObject({
      ...{ code: "out_of_space", message: expect.stringContaining("disk is full") as string },
    });
  });
});
