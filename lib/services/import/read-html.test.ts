import { describe, expect, it } from "vitest";

import { readHtml } from "./read-html";

const sentence = "The minister said on Friday that talks, which began in May, would go on. ";
const page = (article: string, head = "") =>
  `<!doctype html><html lang="en"><head><title>Talks go on – The Paper</title>${head}</head>
   <body><nav><a href="/">Home</a> <a href="/world">World</a></nav>
   <article><h1>Talks go on</h1>${article}</article>
   <footer>All rights reserved</footer><script>alert("x")</script></body></html>`;
const read = (html: string) => readHtml(html).records[0]?.fields;

describe("readHtml", () => {
  it("keeps paragraphs as lines and drops all that isn't text", () => {
    const fields = read(
      page(`<p>${sentence}<b>Bold</b>&nbsp;&amp; <i>plain</i>.</p>
        <p>${sentence}<br>A line.</p><style>p{}</style><script>document.write("no")</script>
        <blockquote><p>${sentence}</p></blockquote><ul><li>One</li><li>Two</li></ul>
        <p>&lt;script&gt; stays text.</p><svg><text>no</text></svg>`),
    );
    expect(fields?.body).toBe(
      [
        `${sentence}Bold\u00a0& plain.`,
        `${sentence.trim()}\nA line.`,
        ...[sentence.trim(), "One", "Two", "<script> stays text."],
      ].join("\n\n"),
    );
    expect(fields?.title).toBe("Talks go on");
    expect(fields?.language).toBe("en");
  });

  it("takes title, address, outlet and date from the page's metadata", () => {
    const head = `<meta property="og:site_name" content="The Paper">
      <meta property="article:published_time" content="2026-01-31T10:00:00+01:00">
      <link rel="canonical" href="https://paper.example/talks">`;
    expect(read(page(`<p>${sentence}</p>`, head))).toMatchObject({
      ...{ title: "Talks go on", url: "https://paper.example/talks", outlet: "The Paper" },
      publishedOn: "2026-01-31",
    });
  });

  it("drops what a reader doesn't see", () => {
    const body = read(
      page(`<p>${sentence.repeat(4)}</p><p style="display:none">Hidden one, with words.</p>
        <p hidden>Hidden two, with words.</p><div aria-hidden="true">Hidden three.</div>`),
    )?.body;
    expect(body).toContain("minister");
    expect(body).not.toContain("Hidden");
  });

  it("reads a page whose writer left out what may be left out", () => {
    const fields = read(
      `<title>Short</title><article><p>${sentence.repeat(3)}<p>Next one.</article>`,
    );
    expect(fields).toMatchObject({
      title: "Short",
      body: expect.stringMatching(/\n\nNext one\.$/) as string,
    });
    expect(read(`<html><title>T</title><p>${sentence.repeat(3)}</p></html>`)?.title).toBe("T");
  });

  it.each([
    ["a script for an address", `<link rel="canonical" href="javascript:alert(1)">`],
    ["nonsense for a date", `<meta property="article:published_time" content="soon">`],
  ])("passes over %s", (_, head) => {
    expect(read(page(`<p>${sentence}</p>`, head))).toMatchObject({ url: "", publishedOn: "" });
  });

  it("refuses a page without an article, and one nested beyond reason", () => {
    expect(readHtml("<html><body></body></html>").problems[0]?.message).toContain("No article");
    const deep = "<div>".repeat(60_000) + sentence + "</div>".repeat(60_000);
    expect(readHtml(deep).problems[0]?.message).toContain("nested too deeply");
  });
});
