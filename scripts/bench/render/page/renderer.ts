import type { Span } from "@/lib/domain/spans/span";
import type { Corpus } from "./corpus";

/** One way to draw an article with spans, as the measurements drive it. */
export type Renderer = {
  /** Starts to draw, inside a frame; resolves when a frame has shown it. */
  draw(container: HTMLElement, corpus: Corpus): Promise<void>;
  /** Adds one span, inside a frame; resolves when a frame has shown it. */
  add(span: Span): Promise<void>;
  /** After a scroll, resolves when a frame has shown the spans that came into view. */
  scrolled(): Promise<void>;
  /** The id of a span at a point of the viewport. */
  hit(x: number, y: number): string | null;
  /** @throws when spans that should be in view are not drawn */
  check(): void;
};
