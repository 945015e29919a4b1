import type { CSSProperties, ReactElement } from "react";

import { markClass, selectedMarkClass } from "./mark-style";

/** What a piece of text looks like. */
export type Look = {
  /** Of the spans over it, with spaces between. */
  ids: string;
  isSelected: boolean;
  /** Null where no span is. */
  style: CSSProperties | null;
};
type Drawn = Look & { end: number; element: ReactElement };

/**
 * The pieces of one text as they were drawn last. A piece that looks the same is handed to React as
 * the very same element, into which it doesn't look again.
 */
export class PieceKeeper {
  private readonly drawn = new Map<number, Drawn>();

  /** @param text cut by code points; another text needs another keeper */
  constructor(private readonly text: { slice: (start: number, end: number) => string }) {}

  draw(start: number, end: number, look: Look): ReactElement {
    const known = this.drawn.get(start);
    if (
      known?.end === end &&
      known.ids === look.ids &&
      known.isSelected === look.isSelected &&
      known.style === look.style
    ) {
      return known.element;
    }
    const element = toElement(start, look, this.text.slice(start, end));
    this.drawn.set(start, { ...look, end, element });
    return element;
  }
}

function toElement(start: number, { ids, isSelected, style }: Look, text: string): ReactElement {
  if (style === null) return <span key={start}>{text}</span>;
  return (
    <mark
      key={start}
      data-span-ids={ids}
      data-selected={isSelected || undefined}
      className={isSelected ? `${markClass} ${selectedMarkClass}` : markClass}
      style={style}
    >
      {text}
    </mark>
  );
}
