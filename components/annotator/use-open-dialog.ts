import { type RefObject, useRef, useState } from "react";
import { flushSync } from "react-dom";

import {
  type RawSelection,
  readCaret,
  readSelection,
  selectInSegment,
} from "@/lib/client/text-selection";

export type OpenDialog = "keys" | "palette" | "occurrences" | null;

/** Which dialog is open over the article in `frame`. */
export function useOpenDialog(frame: RefObject<HTMLElement | null>) {
  const [dialog, setDialog] = useState<OpenDialog>(null);
  const selected = useRef<RawSelection | null>(null);

  function openDialog(name: OpenDialog) {
    if (name === "palette") {
      // The palette's field takes the selection away, which what it runs may be about.
      const selection = window.getSelection();
      const at = readCaret(selection);
      const caret = at && { segment: at.segment, start: at.offset, end: at.offset };
      selected.current = readSelection(selection) ?? caret;
    }
    setDialog(name);
  }

  /** Closes the palette, and runs what was chosen in it on what was selected before. */
  function runFromPalette(run: () => void) {
    flushSync(() => setDialog(null));
    if (selected.current) selectInSegment(frame.current, selected.current, { isScrolledTo: false });
    run();
  }

  return { dialog, openDialog, runFromPalette };
}
