import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";

import { catalogue } from "@/components/messages/catalogue";
import type { Locale } from "@/components/messages/locales";
import type { ImportResult } from "@/lib/contracts/articles";
import { makeArticle } from "@/lib/domain/articles/make-article";
import { ImportReport } from "./import-report";

const nothing = { imported: [], duplicates: [], nearDuplicates: [], encodings: [], dryRun: false };

const reportIn = (locale: Locale, errors: ImportResult["errors"]) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} timeZone="UTC" messages={catalogue[locale]}>
      <ImportReport report={{ ...nothing, errors }} />
    </NextIntlClientProvider>,
  );

function errorsOf(title: string): ImportResult["errors"] {
  const made = makeArticle({ line: 3, fields: { title, body: "Text." } });
  if (!("problems" in made)) throw new Error("a bad article was taken");
  return made.problems.map((problem) => ({ file: "news.csv", ...problem }));
}

describe("an error of an import", () => {
  it("is told in the reader's language, its numbers in their forms", () => {
    const report = reportIn("pl", errorsOf("x".repeat(1002)));
    expect(report).toContain("<span>Tytuł ma 1002 znaki, a może mieć najwyżej 1000.</span>");
    expect(report).not.toContain("lang=");
  });

  it("is told in the server's words in English", () => {
    const report = reportIn("en", errorsOf(""));
    expect(report).toContain("<span>There is no title. Give every article one.</span>");
  });

  it("is told in English, and marked so, where it came without a reason or with an unknown one", () => {
    const [known] = errorsOf("");
    if (!known) throw new Error("nothing was wrong");
    const { reason: _, facts: _facts, ...old } = known;
    for (const error of [old, { ...old, reason: "from_tomorrow", facts: {} }]) {
      const report = reportIn("pl", [error]);
      expect(report).toContain('<span lang="en">There is no title. Give every article one.</span>');
    }
  });
});
