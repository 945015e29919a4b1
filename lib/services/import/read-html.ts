import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";

import { readDate, readUrl } from "../../domain/articles/article-fields";
import type { ReadArticles } from "../../domain/articles/make-article";
import type { Explained } from "../../domain/reason";
import { textOfHtml } from "./html-text";

const longestPage = 2_097_152;

/**
 * The article of a web page: its readable text by Mozilla's Readability, one paragraph a line with
 * an empty line between, and title, date, outlet and address from the page's metadata. No script
 * runs, nothing is fetched, hidden text and tags are dropped.
 */
export function readHtml(html: string): ReadArticles {
  const refuse = (why: Explained): ReadArticles => ({
    records: [],
    problems: [{ line: 1, ...why }],
  });
  if (html.length > longestPage) {
    const message = "This page has more than two million characters. Save its text as plain text.";
    return refuse({ message, reason: "page_too_long" });
  }
  if (isTooDeep(html)) return refuse(tooDeep);
  try {
    const { document } = parseHTML(withRoot(html));
    const head = metadataOf(document);
    const article = new Readability<Node>(document, { serializer: (node) => node }).parse();
    const body = article?.content ? textOfHtml(article.content) : "";
    if (!article || body === "") {
      const message = "No article was found in this page. Save its text as plain text.";
      return refuse({ message, reason: "page_without_article" });
    }
    const title = (head.title ?? (article.title || head.named)).replace(/\s+/g, " ").trim();
    const publishedOn = dateOf(article.publishedTime ?? head.publishedOn);
    const outlet = (article.siteName ?? "").trim();
    const language = languageOf(article.lang);
    const { url } = head;
    return {
      records: [{ line: 1, fields: { title, body, url, outlet, publishedOn, language } }],
      problems: [],
    };
  } catch (error) {
    // What walks by recursion runs out of stack on a page that is nested beyond reason.
    if (!(error instanceof RangeError)) throw error;
    return refuse(tooDeep);
  }
}

const tooDeep: Explained = {
  message: "This page is nested too deeply to be read. Save its text as plain text.",
  reason: "page_too_deep",
};
const deepest = 1000;
/** Elements that end by themselves, or where their parent ends. */
const selfEnding =
  /^(area|base|br|col|dd|dt|embed|hr|img|input|li|link|meta|option|p|param|source|td|th|tr|track|wbr)$/i;

/** By its tags alone: building a tree that deep takes minutes, and Readability climbs it again. */
function isTooDeep(html: string): boolean {
  let depth = 0;
  for (const [, slash, name = ""] of html.matchAll(/<(\/?)([a-z][a-z0-9-]*)/gi)) {
    if (selfEnding.test(name)) continue;
    depth = Math.max(0, depth + (slash === "" ? 1 : -1));
    if (depth > deepest) return true;
  }
  return false;
}

/** The parser adds no root and body where a page leaves them out, as it may. */
function withRoot(html: string): string {
  if (/<body[\s>]/i.test(html)) return html;
  const content = html.replace(/<\/?(?:html|!doctype)[^>]*>/gi, "");
  return `<!doctype html><html><head></head><body>${content}</body></html>`;
}

/** Before Readability takes the page apart. */
function metadataOf(document: Document) {
  const of = (selector: string, name: string) =>
    document.querySelector(selector)?.getAttribute(name) ?? undefined;
  const heading = document.querySelector("article h1, main h1, h1")?.textContent.trim();
  const title = document.querySelector("title")?.textContent ?? "";
  const named = of('meta[property="og:title"]', "content") ?? title;
  const address =
    of('link[rel="canonical"]', "href") ?? of('meta[property="og:url"]', "content") ?? "";
  return {
    named,
    // A page's title often ends in the outlet's name; the heading in it is the article's own.
    title: heading && named.includes(heading) ? heading : undefined,
    url: readUrl(address)?.url ?? "",
    publishedOn: of("time[datetime]", "datetime"),
  };
}

/** YYYY-MM-DD, or nothing for what is no date: a page's metadata may say anything. */
function dateOf(text: string | null | undefined): string {
  return (text && readDate(text.trim())) || "";
}

function languageOf(text: string | null | undefined): string {
  const language = (text ?? "").trim().replaceAll("_", "-");
  return /^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/.test(language) ? language : "";
}
