import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";

import { catalogue } from "@/components/messages/catalogue";
import type { AnnotationImportResult } from "@/lib/contracts/annotation-import";
import type { CarriedSpan } from "@/lib/contracts/article-detail";
import { AnnotationReport } from "./annotation-report";
import { CarriedSpans } from "./carried-spans";

const inPolish = (children: ReactNode) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="pl" timeZone="UTC" messages={catalogue.pl}>
      {children}
    </NextIntlClientProvider>,
  );

const lost: CarriedSpan = {
  ...{ result: "lost", tagId: "LOADED", quote: "regime", fromSpanId: "a", spanId: null },
  reason: "The article's text doesn't say this.",
};

describe("why a span isn't where it was", () => {
  it("is told in the reader's language, also where a check of the layer refused it", () => {
    const overlapping: CarriedSpan = {
      ...lost,
      ...{ fromSpanId: "b", reason: "This overlaps another LOADED span." },
      ...{ reasonCode: "same_tag_overlap", facts: { tag: "LOADED" } },
    };
    const spans = [{ ...lost, reasonCode: "span_not_in_text", facts: {} }, overlapping];
    const table = inPolish(<CarriedSpans annotatorName="A" spans={spans} />);
    expect(table).toContain("<span>Tych słów nie ma w tekście artykułu.</span>");
    expect(table).not.toContain("This overlaps");
    expect(table).not.toContain("lang=");
  });

  it("is told in English, and marked so, where the layer was carried before there were reasons", () => {
    const table = inPolish(<CarriedSpans annotatorName="A" spans={[lost]} />);
    expect(table).toMatch(
      /<span lang="en">The article&#x27;s text doesn&#x27;t say this\.<\/span>/,
    );
  });
});

describe("a report on annotations", () => {
  it("tells notes and spans in the reader's language, in their forms", () => {
    const report: AnnotationImportResult = {
      ...{ dryRun: true, isStored: false, layers: [], tags: [], errors: [] },
      notes: ["a.ann: 2 relations, events or attributes of them left out."],
      people: [],
      explainedNotes: [
        {
          ...{ file: "a.ann", message: "2 relations, events or attributes of them left out." },
          ...{ reason: "note_brat_left_out", facts: { count: 2 } },
        },
      ],
      spans: [
        {
          ...{ file: "a.ann", line: 1, tag: "LOADED", result: "lost", quote: "regime" },
          reason: "The text says this 5 times; nothing tells which is meant.",
          ...{ reasonCode: "span_one_of_several", facts: { count: 5 } },
        },
      ],
    };
    const shown = inPolish(<AnnotationReport takesGood={false} report={report} />);
    expect(shown).toContain("<span>Pominięto 2 relacje, zdarzenia lub ich atrybuty.</span>");
    expect(shown).toContain("Te słowa występują w tekście 5 razy; nic nie wskazuje");
    expect(shown).not.toContain("lang=");
  });
});
