export type Part = "editor" | "codebook" | "questions" | "find";

/** The ids that the parts of the screen have in the document, to be led to by a key. */
export const partIds: Record<Part, string> = {
  editor: "selected-span",
  codebook: "codebook-at-hand",
  questions: "article-questions",
  find: "find-in-article",
};

const controls = "select:enabled, input:enabled, textarea:enabled, button:enabled";

/** Puts the focus on a part of the screen: its first field, or the codebook at a tag's definition. */
export function focusPart(part: Part, tagId: string | null): void {
  const element = document.getElementById(partIds[part]);
  if (part !== "codebook") {
    // What is there for small screens alone isn't drawn on large ones.
    const found = [...(element?.querySelectorAll<HTMLElement>(controls) ?? [])];
    return found.find((control) => control.getClientRects().length > 0)?.focus();
  }
  const tag = tagId ? element?.querySelector(`[data-tag="${CSS.escape(tagId)}"]`) : null;
  const panel = element?.parentElement;
  // Beside the text the panel scrolls by itself, and the text stays where it is.
  const isBeside = panel && panel.scrollHeight > panel.clientHeight;
  element?.focus({ preventScroll: Boolean(isBeside) });
  if (!tag) return;
  if (!isBeside) return tag.scrollIntoView({ block: "center" });
  const { top } = tag.getBoundingClientRect();
  panel.scrollBy({ top: top - panel.getBoundingClientRect().top - panel.clientHeight / 3 });
}
