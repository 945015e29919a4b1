import { describe, expect, it } from "vitest";

import { annotationImportFields, articleImportFields } from "../../contracts/imports";
import { readForm } from "../../server/read-body";
import { readUpload } from "../../server/upload";

function formOf(fields: Record<string, string>, files: Record<string, string> = { "a.txt": "x" }) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  for (const [name, text] of Object.entries(files)) form.append("file", new File([text], name));
  return form;
}
const annotatorId = "0190a0d0-0000-7000-8000-000000000001";

describe("readUpload", () => {
  it("reads files, switches and JSON fields; an empty choice is none", async () => {
    const fields = { format: "", columns: '{"title":"Kopf"}', dryRun: "true", partial: "false" };
    const read = await readUpload(
      formOf(fields, { "a.csv": "x", "b.csv": "y" }),
      articleImportFields,
    );
    expect(read.files.map(({ name }) => name)).toEqual(["a.csv", "b.csv"]);
    expect(read.fields).toMatchObject({ dryRun: true, partial: false, columns: { title: "Kopf" } });
    expect(read.fields.format).toBeUndefined();
  });

  it("takes a tag map with tags to leave out", async () => {
    const form = formOf({ annotatorId, tagMap: '{"A": "LOADED", "B": null}' });
    const { fields } = await readUpload(form, annotationImportFields);
    expect(fields).toMatchObject({ annotatorId, tagMap: { A: "LOADED", B: null }, submit: false });
  });

  it.each([
    [{ format: "xml" }, "format"],
    [{ columns: "{" }, "columns"],
    [{ columns: '{"headline": "x"}' }, "columns"],
    [{ dryRun: "yes" }, "dryRun"],
    [{ surprise: "x" }, ""],
  ])("refuses %j", async (fields, path) => {
    await expect(readUpload(formOf(fields), articleImportFields)).rejects.toMatchObject({
      ...{
        code: "invalid",
        details: { errors: [{ path: expect.stringContaining(path) as string }] },
      },
    });
  });

  it("refuses a form without files", async () => {
    await expect(readUpload(formOf({}, {}), articleImportFields)).rejects.toMatchObject({
      details: { errors: [{ path: "file" }] },
    });
  });
});

describe("an upload", () => {
  const headers = { "content-type": "multipart/form-data; boundary=b" };
  const whole =
    '--b\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\ntext\r\n--b--\r\n';
  const send = (body: string, limit = 1000) =>
    readForm(new Request("http://x.example", { method: "POST", headers, body }), limit);

  it("is read whole", async () => {
    expect((await send(whole)).getAll("file")).toHaveLength(1);
  });

  it("that is cut off half-way is refused, wherever it is cut", async () => {
    for (let length = 1; length < whole.length - 6; length += 5) {
      await expect(send(whole.slice(0, length))).rejects.toMatchObject({ code: "invalid" });
    }
  });

  it("that is larger than allowed is refused with what to do", async () => {
    await expect(send(whole, 20)).rejects.toMatchObject({
      ...{ code: "too_large", message: expect.stringContaining("split") as string },
    });
  });
});
