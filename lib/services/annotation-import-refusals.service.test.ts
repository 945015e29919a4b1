import { strToU8, zipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";

import type { AnnotationFormat } from "../contracts/imports";
import { line, openForImport as open } from "./testing/import-annotations";
import { assignArticle, at, makeProject } from "./testing/make-project";

describe("an import of annotations refuses", () => {
  let place: Awaited<ReturnType<typeof open>>;
  beforeAll(async () => {
    place = await open();
  });

  it.each<[string, string, string | Uint8Array, AnnotationFormat | undefined, string]>([
    [
      "an unknown article",
      "elsewhere.ann",
      line(1, "LOADED", "complained"),
      undefined,
      "No article",
    ],
    ["an unknown format", "a.xyz", "hello", undefined, "What format"],
    ["an empty file", "a.csv", "", undefined, "Empty"],
    ["UTF-16", "a.ann", new Uint8Array([0xff, 0xfe, 0x41, 0]), undefined, "UTF-16"],
    ["broken standoff", "a.ann", "T1 LOADED", undefined, "tabs"],
    ["a broken table", "a.csv", 'a,b\n"x', undefined, "never closes"],
    ["another table", "a.csv", "a,b\n1,2", undefined, "isn't annotations.csv"],
    ["JSON cut off", "a.json", '[{"annotations"', undefined, "cut off"],
    ["JSON of another kind", "a.json", "{}", "basil", "phrase-level"],
    ["a TSV of another kind", "a.tsv", "a\tb", undefined, "tabs"],
    [
      "a ZIP cut off",
      "a.zip",
      zipSync({ a: strToU8("x") }).subarray(0, 40),
      undefined,
      "ends before",
    ],
  ])("%s, with file and line", async (_, name, content, format, message) => {
    const answer = await place.upload({ [name]: content }, format ? { format } : {});
    expect(answer.isStored).toBe(false);
    expect(answer.errors[0]).toMatchObject({
      ...{ file: name, line: expect.any(Number) as number },
      message: expect.stringContaining(message) as string,
    });
  });

  it("the good files beside a bad one, unless told to take them", async () => {
    const files = {
      [`${place.article.externalId}.ann`]: line(1, "LOADED", "complained"),
      "elsewhere.ann": line(1, "LOADED", "complained"),
    };
    expect(await place.upload(files)).toMatchObject({ isStored: false });
    expect(await place.layer()).toBeNull();
    expect(await place.upload(files, { partial: true })).toMatchObject({ isStored: true });
    expect((await place.layer())?.spans).toHaveLength(1);
  });

  it("somebody who doesn't annotate here", async () => {
    const stranger = await makeProject({ nAnnotators: 1 });
    for (const { userId: annotatorId } of [place.actors.reviewer, at(stranger.annotators, 0)]) {
      await expect(place.upload({ "a.ann": "" }, { annotatorId })).rejects.toMatchObject({
        ...{ code: "invalid", details: { errors: [{ path: "annotatorId" }] } },
      });
    }
  });

  it("to hand in as nothing found what found no place", async () => {
    const { annotators, article, upload } = place;
    const lost = { [`${article.externalId}.ann`]: "T1\tLOADED 0 6\tnobody" };
    const annotatorId = at(annotators, 1).userId;
    expect((await upload(lost, { submit: true, annotatorId })).errors).toHaveLength(1);
  });

  it("spans that overlap one of the same tag that is there", async () => {
    const project = await open();
    const { assignmentIds } = await assignArticle(project);
    expect(assignmentIds).toHaveLength(2);
    const name = `${project.article.externalId}.ann`;
    await project.upload({ [name]: line(1, "LOADED", "complained of") });
    const answer = await project.upload({ [name]: line(1, "LOADED", "complained") });
    expect(answer).toMatchObject({
      spans: [
        {
          ...{ result: "lost", reason: expect.stringContaining("overlaps") as string },
          reasonCode: "same_tag_overlap",
        },
      ],
    });
  });
});
