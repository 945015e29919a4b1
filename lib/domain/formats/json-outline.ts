import type { Explained } from "../reason";

/**
 * Where a text stops being JSON (RFC 8259), or where the elements of its outermost list begin,
 * in UTF-16 offsets. The outermost list is the root, or the first list inside a root object.
 */
export type JsonOutline = ({ errorAt: number } & Explained) | { elements: number[] };

type Expected = "value" | "value or ]" | "name" | "name or }" | ":" | ", or end" | "nothing";
/** As facts, for words in other languages. */
const named = {
  ...{ value: "value", "value or ]": "value_or_end", name: "name", "name or }": "name_or_end" },
  ...{ ":": "colon", ", or end": "comma_or_end", nothing: "nothing" },
} as const satisfies Record<Expected, string>;
const deepest = 200;
const literal = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const space = /[ \t\n\r]*/y;

/** Walks over the text once. JSON.parse says that something is wrong, but not always where. */
export function outlineJson(text: string): JsonOutline {
  const elements: number[] = [];
  const open: ("{" | "[")[] = [];
  let hasListEnded = false;
  let expected: Expected = "value";
  let at = 0;
  const fail = (why: Explained) => ({ errorAt: at, ...why });
  const afterValue = (): Expected => (open.length === 0 ? "nothing" : ", or end");

  for (;;) {
    space.lastIndex = at;
    space.test(text);
    at = space.lastIndex;
    const character = text[at];
    if (character === undefined) {
      if (expected === "nothing") return { elements };
      const message = "The file ends in the middle. It seems to be cut off: send it again.";
      return fail({ message, reason: "json_cut_off" });
    }
    const isValue: boolean = expected === "value" || expected === "value or ]";
    if (isValue && character !== "]" && !hasListEnded && isInOutermostList(open)) {
      elements.push(at);
    }
    if (isValue && (character === "{" || character === "[")) {
      if (open.length === deepest) {
        const message = `This is nested more than ${deepest} deep.`;
        return fail({ message, reason: "json_too_deep", facts: { most: deepest } });
      }
      open.push(character);
      expected = character === "{" ? "name or }" : "value or ]";
      at += 1;
    } else if (isEnd(character, expected, open.at(-1))) {
      if (isInOutermostList(open)) hasListEnded = true;
      open.pop();
      expected = afterValue();
      at += 1;
    } else if (character === "," && expected === ", or end") {
      expected = open.at(-1) === "{" ? "name" : "value";
      at += 1;
    } else if (character === ":" && expected === ":") {
      expected = "value";
      at += 1;
    } else if (character === '"' && (isValue || expected === "name" || expected === "name or }")) {
      const end = stringEnd(text, at);
      if (end < 0) {
        const message = "A string begins here and doesn't end well.";
        return fail({ message, reason: "json_string_broken" });
      }
      expected = isValue ? afterValue() : ":";
      at = end;
    } else {
      literal.lastIndex = at;
      if (!isValue || !literal.test(text)) {
        const message = `This isn't JSON: “${character}” can't stand here; ${expected} is expected.`;
        const facts = { character, expected: named[expected] };
        return fail({ message, reason: "json_unexpected", facts });
      }
      expected = afterValue();
      at = literal.lastIndex;
    }
  }
}

function isInOutermostList(open: readonly string[]): boolean {
  return open.at(-1) === "[" && (open.length === 1 || (open.length === 2 && open[0] === "{"));
}

function isEnd(character: string, expected: Expected, inside: string | undefined): boolean {
  if (character === "]")
    return inside === "[" && (expected === "value or ]" || expected === ", or end");
  if (character === "}")
    return inside === "{" && (expected === "name or }" || expected === ", or end");
  return false;
}

/** Right after the closing quote, or -1 if the string is broken. */
function stringEnd(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0x22) return at + 1;
    if (unit < 0x20) return -1;
    if (unit === 0x5c) {
      if (!/^\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/.test(text.slice(at, at + 6))) return -1;
      at += 1;
    }
  }
  return -1;
}
