import { strToU8 } from "fflate";
import { describe, expect, it } from "vitest";

import { importArticles } from "./article-import";
import { sourceOfBytes } from "./import/source";
import { openForImport as open } from "./testing/import-annotations";
import { sql } from "./testing/sql";

describe("BABE", () => {
  const csv = [
    "\ufefftext;news_link;outlet;topic;type;label_bias;label_opinion;biased_words",
    `"The ""reckless"" mob; it didn't stop, 👩‍👩‍👧 or wait for the mob.";https://x.example/1;X;gun-control;left;Biased;Expresses writer’s opinion;"['reckless', ""didn't"", 'mob']"`,
    `The committee changed its advice.;https://x.example/2;Y;gun-control;center;Non-biased;Entirely factual;[]`,
    `Nobody agreed on this one.;https://x.example/3;Z;gun-control;right;No agreement;No agreement;nan`,
    "",
  ].join("\r\n");

  it("is taken as articles and then as their layers, from one and the same file", async () => {
    const { actors, projectId, upload } = await open();
    const files = [sourceOfBytes({ name: "final_labels_SG1.csv", bytes: strToU8(csv) })];
    const options = { dryRun: false, partial: false };
    const imported = await importArticles(actors.admin, projectId, files, options);
    expect(imported).toMatchObject({ errors: [], nearDuplicates: [], duplicates: [] });
    const rows = await sql<Record<string, string>>(
      `SELECT title, outlet, url FROM "Article" WHERE "projectId" = $1 AND url LIKE '%x.example%' ORDER BY url`,
      [projectId],
    );
    expect(rows).toMatchObject([
      { title: 'The "reckless" mob; it didn\'t stop, 👩‍👩‍👧 or wait for the mob.', outlet: "X" },
      { outlet: "Y", url: "https://x.example/2" },
      { outlet: "Z" },
    ]);

    const tagMap = { Biased: "LABEL", "Non-biased": "VAGUE", biased_words: "LOADED" };
    const answer = await upload({ "final_labels_SG1.csv": csv }, { tagMap });
    expect(answer).toMatchObject({
      ...{ isStored: true, errors: [] },
      layers: [{ kept: 3, uncertain: 1 }, { kept: 1 }, { kept: 0 }],
      spans: [{ line: 2, quote: "mob", result: "uncertain", reasonCode: "span_first_of_several" }],
    });
    expect(answer.explainedNotes).toMatchObject([
      { reason: "note_babe_undecided", facts: { count: 1 } },
      { reason: "note_attributes_left_out", facts: { attributes: "opinion (2)" } },
    ]);
    const spans = await sql<Record<string, string>>(
      `SELECT segment::text, quote, "tagId" FROM "Span" WHERE "projectId" = $1 ORDER BY start, "tagId"`,
      [projectId],
    );
    expect(spans.map((span) => [span.segment, span.tagId, span.quote])).toEqual([
      ["body", "LABEL", 'The "reckless" mob; it didn\'t stop, 👩‍👩‍👧 or wait for the mob'],
      ["body", "VAGUE", "The committee changed its advice"],
      ["body", "LOADED", "reckless"],
      ["body", "LOADED", "mob"],
      ["body", "LOADED", "didn't"],
    ]);
  });
});
