import { moveEdge } from "@/lib/domain/spans/move-edge";
import { snappings } from "@/lib/domain/text/snap-range";
import type { Workspace } from "./use-workspace";

export type Command = {
  title: string;
  /** As on the keyboard: `mod` is Ctrl, or Command on a Mac. Empty: only in the palette. */
  keys: string;
  group: "Read" | "Mark" | "Change" | "Screen";
  /** Null where the text itself answers to the key. */
  run: ((workspace: Workspace) => void) | null;
};

function resize(edge: "start" | "end", direction: "earlier" | "later") {
  return ({ selected, isReadOnly, layer, perform }: Workspace) => {
    if (!selected || isReadOnly) return;
    const { texts, language } = layer.context;
    const moved = moveEdge(texts[selected.segment], selected, edge, direction, language);
    const { id: spanId, revision: baseRevision } = selected;
    if (moved) perform({ kind: "resize", spanId, baseRevision, ...moved }, "Edge moved");
  };
}

/** The one table behind the keys, the palette and the list of keys. */
export const commands: readonly Command[] = [
  { group: "Read", keys: "arrows", title: "Move the caret by character and line", run: null },
  { group: "Read", keys: "mod+arrows", title: "Move by word and paragraph", run: null },
  { group: "Read", keys: "alt+arrows", title: "Move by sentence", run: null },
  { group: "Read", keys: "shift+arrows", title: "Select while moving", run: null },
  { group: "Read", keys: "n", title: "Next span", run: (it) => it.travelSpans(1) },
  { group: "Read", keys: "p", title: "Previous span", run: (it) => it.travelSpans(-1) },
  { group: "Read", keys: "/", title: "Find in the article", run: (it) => it.setIsFindOpen(true) },
  {
    group: "Mark",
    keys: "enter",
    title: "Tag the selection, or the word at the caret",
    run: (it) => it.startTagging(),
  },
  { group: "Mark", keys: "r", title: "Repeat the last tag", run: (it) => it.repeatLastTag() },
  {
    group: "Mark",
    keys: "o",
    title: "Tag every occurrence of the selected span's phrase",
    run: (it) => it.selected && !it.isReadOnly && it.setDialog("occurrences"),
  },
  {
    group: "Mark",
    keys: "s",
    title: "Snap to the next larger unit",
    run: (it) => {
      const at = snappings.indexOf(it.snapping);
      it.setSnapping(snappings[(at + 1) % snappings.length] ?? "word");
    },
  },
  {
    group: "Change",
    keys: "t",
    title: "Change the span's tag",
    run: (it) => it.selected && it.startRetagging(),
  },
  { group: "Change", keys: "[", title: "Start earlier", run: resize("start", "earlier") },
  { group: "Change", keys: "]", title: "Start later", run: resize("start", "later") },
  { group: "Change", keys: "{", title: "End earlier", run: resize("end", "earlier") },
  { group: "Change", keys: "}", title: "End later", run: resize("end", "later") },
  { group: "Change", keys: "x", title: "Split the span at the caret", run: (it) => it.split() },
  {
    group: "Change",
    keys: "m",
    title: "Merge with the next span of the same tag",
    run: (it) => it.merge(),
  },
  { group: "Change", keys: "c", title: "Copy attributes", run: (it) => it.copyAttributes() },
  { group: "Change", keys: "v", title: "Paste attributes", run: (it) => it.pasteAttributes() },
  { group: "Change", keys: "delete", title: "Remove the span", run: (it) => it.remove() },
  { group: "Change", keys: "mod+z", title: "Undo", run: (it) => it.layer.undo() },
  { group: "Change", keys: "mod+shift+z", title: "Redo", run: (it) => it.layer.redo() },
  {
    group: "Screen",
    keys: "escape",
    title: "Let go of the span",
    run: (it) => it.setSelectedId(null),
  },
  { group: "Screen", keys: "mod+k", title: "All commands", run: (it) => it.setDialog("palette") },
  { group: "Screen", keys: "?", title: "All keys", run: (it) => it.setDialog("keys") },
];

const sameKeys = new Map([
  ["backspace", "delete"],
  ["mod+y", "mod+shift+z"],
]);

type Pressed = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">;

/** The command that a key press means; Shift counts only with letters, as it also makes `?`. */
export function commandFor(event: Pressed): Command | undefined {
  if (event.altKey) return undefined;
  const key = event.key.toLowerCase();
  const isShifted = event.shiftKey && /^[a-z]$/.test(key);
  const pressed = `${event.ctrlKey || event.metaKey ? "mod+" : ""}${isShifted ? "shift+" : ""}${key}`;
  const keys = sameKeys.get(pressed) ?? pressed;
  return commands.find((command) => command.keys === keys && command.run !== null);
}

/** Keys as people read them: `mod+shift+z` is "Ctrl + Shift + Z". */
export function keyWords(keys: string): string {
  return keys
    .split("+")
    .map((key) => (key === "mod" ? "Ctrl" : key.charAt(0).toUpperCase() + key.slice(1)))
    .join(" + ");
}
