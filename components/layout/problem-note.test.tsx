import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";

import { catalogue } from "@/components/messages/catalogue";
import type { Locale } from "@/components/messages/locales";
import { ApiProblem } from "@/lib/client/api-client";
import { ProblemNote } from "./problem-note";

const noteIn = (locale: Locale, problem: ApiProblem) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} timeZone="UTC" messages={catalogue[locale]}>
      <ProblemNote problem={problem} />
    </NextIntlClientProvider>,
  );

const tokens = "You have 50 tokens. Revoke one first.";
const tooMany = (reason?: string) =>
  new ApiProblem(409, "conflict", tokens, { reason, facts: { most: 50 } });
const field = (reason?: string) => ({
  ...{ path: "name", message: "Use 15 or more characters.", reason },
  facts: { minimum: 15 },
});
const badInput = (reason?: string) =>
  new ApiProblem(422, "invalid", "Some of the input isn't right.", {
    ...{ reason: "input_invalid", facts: {}, errors: [field(reason)] },
  });

describe("a problem's words", () => {
  it("are the server's in English, whatever the reason", () => {
    for (const reason of [undefined, "too_many_tokens", "from_tomorrow"]) {
      const note = noteIn("en", tooMany(reason));
      expect(note).toContain(`>${tokens}</p>`);
      expect(note).not.toContain("lang=");
    }
  });

  it("are the reader's own in another language, with the facts in their forms", () => {
    const note = noteIn("pl", tooMany("too_many_tokens"));
    expect(note).toContain("Masz już 50 tokenów. Najpierw unieważnij któryś z nich.");
    expect(note).not.toContain(tokens);
    expect(note).not.toContain("lang=");
  });

  it("are a headline and the server's, marked as English, where there is no reason or no word for it", () => {
    for (const reason of [undefined, "from_tomorrow"]) {
      const note = noteIn("pl", tooMany(reason));
      expect(note).toContain("Ktoś inny zmienił to wcześniej.");
      expect(note).toContain(`<p lang="en">${tokens}</p>`);
    }
  });

  it("are so for each field, too", () => {
    const known = noteIn("pl", badInput("text_too_short"));
    expect(known).toContain("Niektóre dane są niepoprawne.");
    expect(known).toContain("</code> Wpisz co najmniej 15 znaków.</p>");
    expect(known).not.toContain("lang=");
    expect(noteIn("pl", badInput())).toContain(
      '<p lang="en"><code class="text-xs">name</code> Use',
    );
    expect(noteIn("en", badInput("text_too_short"))).toContain(
      "</code> Use 15 or more characters.",
    );
  });
});
