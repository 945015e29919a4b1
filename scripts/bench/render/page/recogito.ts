import { createTextAnnotator, type TextAnnotator } from "@recogito/text-annotator";
import "@recogito/text-annotator/text-annotator.css";

import type { Span } from "@/lib/domain/spans/span";
import { serve } from "./measure";
import { putParagraphs } from "./paragraphs";

const state: { annotator?: TextAnnotator } = {};

function annotator(): TextAnnotator {
  if (!state.annotator) throw new Error("draw first");
  return state.annotator;
}

/** Without a DOM range, as annotations come from a server: the library resolves the offsets. */
function toAnnotation({ id, start, end, quote }: Span) {
  const selector = [{ start, end, quote } as never];
  return { id, bodies: [], target: { annotation: id, selector } };
}

/** The library tells when a frame has shown its highlights. */
function redrawn(): Promise<void> {
  return new Promise((resolve) => {
    const off = annotator().renderer.on("onRedraw", () => {
      off();
      resolve();
    });
  });
}

/** Characters that are in view before anything is scrolled, whatever the column's width. */
const inViewAtFirst = 900;

const hasHighlights = () => document.querySelector(".r6o-annotation") !== null;

serve({
  async draw(container, { body, spans }) {
    putParagraphs(container, body);
    state.annotator = createTextAnnotator(container) as unknown as TextAnnotator;
    const shown = redrawn();
    annotator().setAnnotations(spans.map(toAnnotation));
    await shown;
    // Its first redraw may come before it has found where the annotations are.
    while (!hasHighlights() && spans.some(({ start }) => start < inViewAtFirst)) {
      await redrawn();
    }
  },
  add(span) {
    const shown = redrawn();
    annotator().addAnnotation(toAnnotation(span));
    return shown;
  },
  scrolled: redrawn,
  hit(x, y) {
    const { element } = annotator();
    const { left, top } = element.getBoundingClientRect();
    return annotator().state.store.getAt(x - left, y - top, false)?.id ?? null;
  },
  check: () => undefined,
});
