import { keysByTag, repeatKey } from "@/components/codebook/tag-style";
import type { Messages } from "@/components/messages/en";
import { type Codebook, offeredTags } from "@/lib/domain/codebook/codebook";
import { snappings } from "@/lib/domain/text/snap-range";
import {
  mergeSelected,
  pasteAttributes,
  removeSelected,
  resizeSelected,
  splitSelected,
} from "./span-commands";
import type { Workspace } from "./use-workspace";

export type Command = {
  /** The message that says what it does. */
  title: keyof Messages["annotator"]["commands"];
  /** As on the keyboard: `mod` is Ctrl, or Command on a Mac. Empty: only in the palette. */
  keys: string;
  group: keyof Messages["annotator"]["commandGroups"];
  /** Null where the text itself answers to the key. */
  run: ((workspace: Workspace) => void) | null;
};

/** The one table behind the keys, the palette and the list of keys. */
export const commands: readonly Command[] = [
  { group: "read", keys: "arrows", title: "moveByCharacter", run: null },
  { group: "read", keys: "mod+arrows", title: "moveByWord", run: null },
  { group: "read", keys: "alt+arrows", title: "moveBySentence", run: null },
  { group: "read", keys: "shift+arrows", title: "selectWhileMoving", run: null },
  { group: "read", keys: "n", title: "nextSpan", run: (it) => it.travelSpans(1) },
  { group: "read", keys: "p", title: "previousSpan", run: (it) => it.travelSpans(-1) },
  { group: "read", keys: "/", title: "find", run: (it) => it.openFind() },
  {
    group: "mark",
    keys: "enter",
    title: "tag",
    run: (it) => it.startTagging(),
  },
  { group: "mark", keys: "digits", title: "tagAtOnce", run: null },
  { group: "mark", keys: "shift+digits", title: "tagAtOnceSecond", run: null },
  { group: "mark", keys: "r", title: "repeatTag", run: (it) => it.repeatLastTag() },
  {
    group: "mark",
    keys: "o",
    title: "tagOccurrences",
    run: (it) => it.selected && !it.isReadOnly && it.openDialog("occurrences"),
  },
  {
    group: "mark",
    keys: "s",
    title: "snapLarger",
    run: (it) => {
      const at = snappings.indexOf(it.snapping);
      it.setSnapping(snappings[(at + 1) % snappings.length] ?? "word");
    },
  },
  {
    group: "change",
    keys: "t",
    title: "changeTag",
    run: (it) => it.selected && it.startRetagging(),
  },
  { group: "change", keys: "[", title: "startEarlier", run: resizeSelected("start", "earlier") },
  { group: "change", keys: "]", title: "startLater", run: resizeSelected("start", "later") },
  { group: "change", keys: "{", title: "endEarlier", run: resizeSelected("end", "earlier") },
  { group: "change", keys: "}", title: "endLater", run: resizeSelected("end", "later") },
  { group: "change", keys: "x", title: "split", run: splitSelected },
  {
    group: "change",
    keys: "m",
    title: "merge",
    run: mergeSelected,
  },
  { group: "change", keys: "c", title: "copyAttributes", run: (it) => it.copyAttributes() },
  { group: "change", keys: "v", title: "pasteAttributes", run: pasteAttributes },
  { group: "change", keys: "delete", title: "remove", run: removeSelected },
  { group: "change", keys: "mod+z", title: "undo", run: (it) => it.undo() },
  { group: "change", keys: "mod+shift+z", title: "redo", run: (it) => it.redo() },
  { group: "screen", keys: "e", title: "describe", run: (it) => it.goTo("editor") },
  { group: "screen", keys: "g", title: "guide", run: (it) => it.goTo("codebook") },
  { group: "screen", keys: "q", title: "questions", run: (it) => it.goTo("questions") },
  {
    group: "screen",
    keys: "escape",
    title: "letGo",
    run: (it) => it.setSelectedId(null),
  },
  { group: "screen", keys: "mod+k", title: "allCommands", run: (it) => it.openDialog("palette") },
  { group: "screen", keys: "?", title: "allKeys", run: (it) => it.openDialog("keys") },
];

const sameKeys = new Map([
  ["backspace", "delete"],
  ["mod+y", "mod+shift+z"],
  // Where letters are tags' keys, in the picker, this one repeats as well.
  [repeatKey, "r"],
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

/** The tag whose key in the picker this is. */
export function pickedTagFor(
  { key, ctrlKey, metaKey, altKey }: Pressed,
  codebook: Codebook,
): string | undefined {
  if (ctrlKey || metaKey || altKey) return undefined;
  return [...keysByTag(codebook)].find(([, tagKey]) => tagKey === key.toLowerCase())?.[0];
}

/**
 * The tag that a digit gives at once: of the codebook's first family, with Shift of its second. Told
 * by the key's place on the keyboard, since with Shift each layout has another character there.
 */
export function digitTagFor(
  { code, shiftKey, ctrlKey, metaKey, altKey }: Omit<Pressed, "key"> & { code: string },
  codebook: Codebook,
): string | undefined {
  const digit = /^Digit([1-9])$/.exec(code)?.[1];
  const family = codebook.families[shiftKey ? 1 : 0];
  if (!digit || !family || ctrlKey || metaKey || altKey) return undefined;
  return offeredTags(family)[Number(digit) - 1]?.id;
}

type NamedKey = keyof Messages["annotator"]["keyNames"];
const namedKeys: Record<NamedKey, true> = {
  arrows: true,
  digits: true,
  mod: true,
  alt: true,
  shift: true,
  enter: true,
  delete: true,
  escape: true,
};
const hasName = (key: string): key is NamedKey => Object.hasOwn(namedKeys, key);

/** Keys as people read them: `mod+shift+z` is "Ctrl + Shift + Z". */
export function keyWords(keys: string, nameOf: (key: NamedKey) => string): string {
  return keys
    .split("+")
    .map((key) => (hasName(key) ? nameOf(key) : key.toUpperCase()))
    .join(" + ");
}
