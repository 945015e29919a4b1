import { overlaps, type Span } from "@/lib/domain/spans/span";

/** Ids of the body's spans that reach into a paragraph in view and have no mark there. */
export function missingInView(spans: readonly Span[]): string[] {
  const body = document.querySelector("[data-segment=body]");
  if (!body) return spans.map(({ id }) => id);
  let start = 0;
  const sections = [...body.children].flatMap((group) => [...group.children]);
  return sections.flatMap((section) => {
    // To ask for a paragraph's place would make the browser lay out what it skips.
    if (section.clientHeight > 0 && !isInView(section)) {
      start += section.textContent.length;
      return [];
    }
    return [...section.children].flatMap((paragraph) => {
      const range = { start, end: start + paragraph.textContent.length };
      start = range.end;
      return isInView(paragraph) ? notDrawn(paragraph, spans, range) : [];
    });
  });
}

function notDrawn(
  paragraph: Element,
  spans: readonly Span[],
  range: { start: number; end: number },
): string[] {
  const marks = [...paragraph.querySelectorAll("[data-span-ids]")];
  const drawn = new Set(
    marks.flatMap((mark) => mark.getAttribute("data-span-ids")?.split(" ") ?? []),
  );
  return spans.filter((span) => overlaps(span, range) && !drawn.has(span.id)).map(({ id }) => id);
}

function isInView(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < window.innerHeight;
}
