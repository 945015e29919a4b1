import { useEffect, useMemo, useRef } from "react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";

import { ArticleText } from "@/components/annotator/article-text";
import { spanUnder } from "@/components/annotator/span-dom";
import { stylesByTag } from "@/components/codebook/tag-style";
import { useLayer } from "@/lib/client/use-layer";
import type { AssignmentDetail } from "@/lib/contracts/assignments";
import { toAssignment, viewerId } from "./assignment";
import { afterFrame, nextFrame } from "./frames";
import { serve } from "./measure";
import { missingInView } from "./missing-in-view";

type Layer = ReturnType<typeof useLayer>;
const state: { layer?: Layer } = {};

function layer(): Layer {
  if (!state.layer) throw new Error("draw first");
  return state.layer;
}

/** The part of the annotation screen that shows the article, over the layer that it uses. */
function Reader({ assignment }: { assignment: AssignmentDetail }) {
  const now = useLayer(assignment, viewerId);
  const styles = useMemo(() => stylesByTag(assignment.codebook), [assignment.codebook]);
  const titleRef = useRef<HTMLHeadingElement>(null);
  const bodyRef = useRef<HTMLDivElement>(null);
  useEffect(() => {
    state.layer = now;
  });
  return (
    <ArticleText
      article={assignment.article}
      spans={now.spans}
      draft={null}
      selectedId={null}
      {...{ styles, titleRef, bodyRef }}
    />
  );
}

serve({
  draw(container, corpus) {
    const root = createRoot(container);
    flushSync(() => root.render(<Reader assignment={toAssignment(corpus)} />));
    return afterFrame();
  },
  add(span) {
    const problem = layer().perform([{ kind: "add", baseRevision: 0, span }]);
    if (problem) throw new Error(problem.detail);
    return afterFrame();
  },
  async scrolled() {
    await afterFrame();
    while (missingInView(layer().spans).length > 0) {
      await nextFrame();
      await afterFrame();
    }
  },
  hit: (x, y) => {
    const target = document.elementFromPoint(x, y);
    return target && spanUnder(target, null, layer().spans);
  },
  check() {
    const missing = missingInView(layer().spans);
    if (missing.length > 0) throw new Error(`${missing.length} spans in view are not drawn`);
  },
});
