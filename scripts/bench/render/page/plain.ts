import { afterFrame } from "./frames";
import { serve } from "./measure";
import { putParagraphs } from "./paragraphs";

serve({
  draw(container, { body }) {
    putParagraphs(container, body);
    return afterFrame();
  },
  add: () => afterFrame(),
  scrolled: () => afterFrame(),
  hit(x, y) {
    document.elementFromPoint(x, y);
    return null;
  },
  check: () => undefined,
});
