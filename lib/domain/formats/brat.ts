import type { AttributeDefinition, Codebook, FamilyDefinition } from "../codebook/codebook";
import { inOneWord } from "../codebook/fit-attributes";
import type { TextRange } from "../spans/span";
import type { Explained } from "../reason";
import type { TextProblem } from "../text/decode-utf8";
import { withoutLinks } from "../spans/links";
import { type ExportedLayer, exportedLinks } from "./exported-span";
import { bareSpan, type ImportedSpan, type ReadLayers } from "./imported-layer";
import { JointText } from "./joint-text";

/**
 * Reads brat standoff (brat.nlplab.org/standoff.html): `T` lines are spans, `A` and `M` lines their
 * attributes, `R` lines links between two of them, `#` lines notes. Offsets count code points of the
 * .txt file. A span in several pieces becomes one from its first to its last piece and is uncertain;
 * events and equivalences are left out.
 * @param keys names the article may have
 * @param text of the .txt file beside it, if it was sent
 */
export function readBrat(ann: string, keys: readonly string[], text: string | null): ReadLayers {
  const spans = new Map<string, ImportedSpan>();
  const problems: TextProblem[] = [];
  const attributes: string[][] = [];
  const relations: string[] = [];
  let leftOut = 0;
  for (const [at, content] of ann.split("\n").entries()) {
    const line = at + 1;
    const [id = "", head = "", ...rest] = content.split("\t");
    if (content.trim() === "") continue;
    if (id.startsWith("T")) {
      const span = readSpan(line, head, rest.join("\t"));
      const before = spans.get(id);
      if (before) problems.push({ line, ...explainRepeated(id, before.line) });
      else if (span) spans.set(id, { ...span, name: id });
      else {
        const message = "Write a span as T1⇥Tag 0 5⇥quote, with tabs (⇥).";
        problems.push({ line, message, reason: "brat_span_malformed" });
      }
    } else if (/^[AM#]/.test(id)) {
      attributes.push([id, head, rest.join("\t")]);
    } else if (id.startsWith("R")) {
      relations.push(head);
    } else if (/^[EN*]/.test(id)) {
      leftOut += 1;
    } else {
      const message = "This is no line of brat standoff (T1, A1, R1, E1, #1 …).";
      problems.push({ line, message, reason: "brat_line_unknown" });
    }
  }
  // What is said of spans may stand before them.
  for (const [id = "", head = "", note = ""] of attributes) {
    if (!addAttribute(spans, id, head, note)) leftOut += 1;
  }
  leftOut += relations.filter((head) => !addLink(spans, head)).length;
  const notes = leftOut > 0 ? [explainLeftOut(leftOut)] : [];
  const common = { annotator: null, unit: "codepoint", text } as const;
  return { layers: [{ line: 1, keys, ...common, spans: [...spans.values()] }], problems, notes };
}

function explainRepeated(id: string, first: number): Explained {
  const message = `${id} stands in line ${first} already. Give every span an id of its own.`;
  return { message, reason: "brat_id_repeated", facts: { id, first } };
}

function explainLeftOut(count: number): Explained {
  const message = `${count} relations, events or attributes of them left out.`;
  return { message, reason: "note_brat_left_out", facts: { count } };
}

function readSpan(line: number, head: string, quote: string): ImportedSpan | null {
  const parts = /^(\S+) (\d+ \d+(?:;\d+ \d+)*)$/.exec(head.trim());
  if (!parts?.[1] || !parts[2]) return null;
  const pieces = parts[2].split(";").map((piece): TextRange => {
    const [start = "", end = ""] = piece.split(" ");
    return { start: Number(start), end: Number(end) };
  });
  const place = {
    start: Math.min(...pieces.map(({ start }) => start)),
    end: Math.max(...pieces.map(({ end }) => end)),
  };
  const span = bareSpan(line, parts[1], place);
  if (pieces.length === 1) return { ...span, quote: quote === "" ? null : quote };
  // Its quote is the pieces with a space between them, which the text doesn't say.
  const facts = { count: pieces.length };
  const message = `It had ${facts.count} pieces and was made one span over all of them.`;
  return { ...span, remark: { message, reason: "span_of_pieces", facts } };
}

function addAttribute(
  spans: Map<string, ImportedSpan>,
  id: string,
  head: string,
  note: string,
): boolean {
  const [name = "", target = "", ...values] = head.split(" ");
  const span = spans.get(target);
  if (!span || name === "") return false;
  const isNote = id.startsWith("#");
  const value = isNote ? note : values.join(" ") || "true";
  const key = isNote && name === "AnnotatorNotes" ? "note" : name;
  spans.set(target, { ...span, attributes: { ...span.attributes, [key]: value } });
  return true;
}

/** @param head such as `relayed_by Arg1:T1 Arg2:T2` */
function addLink(spans: Map<string, ImportedSpan>, head: string): boolean {
  const [, kind = "", from = "", to = ""] =
    /^(\S+) \S+?:(T\d+) \S+?:(T\d+)$/.exec(head.trim()) ?? [];
  const span = spans.get(from);
  if (!span || !spans.has(to)) return false;
  spans.set(from, { ...span, links: [...span.links, { kind, to }] });
  return true;
}

/**
 * Writes a layer as brat's pair of files. The text is title, an empty line and body. Values that the
 * codebook lists become `A` lines, with `_` for what one word can't hold; other values are notes
 * named after the attribute, links `R` lines. Can't hold: line ends in quotes and notes (they become
 * spaces), whether a value was a number.
 */
export function toBrat(
  layer: ExportedLayer,
  codebooks: readonly Codebook[],
): { txt: string; ann: string } {
  const { article, spans } = layer;
  const joint = new JointText(article);
  const lines = spans.map(({ segment, start, end, quote, tagId }, at) => {
    const place = joint.fromSegment(segment, { start, end });
    return `T${at + 1}\t${tagId} ${place.start} ${place.end}\t${oneLine(quote)}`;
  });
  const listed = listedValues(codebooks);
  let nAttributes = 0;
  let nNotes = 0;
  for (const [at, { attributes }] of spans.entries()) {
    for (const [name, value] of Object.entries(withoutLinks(attributes))) {
      const target = `T${at + 1}`;
      if (listed.get(name)?.has(String(value))) {
        lines.push(`A${++nAttributes}\t${name} ${target} ${inOneWord(String(value))}`);
      } else {
        const kind = name === "note" ? "AnnotatorNotes" : name.replace(/\s/g, "_");
        lines.push(`#${++nNotes}\t${kind} ${target}\t${oneLine(String(value))}`);
      }
    }
  }
  for (const [at, { kind, from, to }] of exportedLinks(layer).entries()) {
    lines.push(`R${at + 1}\t${kind} Arg1:T${from + 1} Arg2:T${to + 1}`);
  }
  return { txt: joint.index.text, ann: lines.map((line) => `${line}\n`).join("") };
}

/** A line of standoff can't hold a line end, whatever its readers take for one; brat itself writes a space. */
function oneLine(text: string): string {
  return text.replace(/[\r\n\t\v\f\u0085\u2028\u2029]/g, " ");
}

/** `annotation.conf`, without which brat shows no type: every tag, kind of link, and attribute with its values. */
export function bratConfiguration(codebooks: readonly Codebook[]): string {
  const tags = new Set(codebooks.flatMap(({ families }) => families.flatMap(tagIds)));
  const attributes = [...listedValues(codebooks)].map(
    ([id, values]) => `${id}\tArg:<ENTITY>, Value:${[...values].map(inOneWord).join("|")}`,
  );
  const kinds = new Set(codebooks.flatMap(({ linkTypes }) => linkTypes));
  const relations = [...kinds].map((kind) => `${kind}\tArg1:<ENTITY>, Arg2:<ENTITY>`);
  const sections = [
    ...["[entities]", ...tags, "", "[relations]", ...relations, "", "[events]", ""],
    ...["[attributes]", ...attributes],
  ];
  return `${sections.join("\n")}\n`;
}

/** By attribute, the values that any of the codebooks lists; without those that no word tells apart. */
function listedValues(codebooks: readonly Codebook[]): Map<string, Set<string>> {
  const listed = new Map<string, Set<string>>();
  for (const attribute of codebooks.flatMap(attributesOfAll)) {
    if (attribute.kind !== "enum" && attribute.kind !== "ordinal") continue;
    if (/\s/.test(attribute.id)) continue;
    const known = listed.get(attribute.id) ?? new Set();
    listed.set(attribute.id, known);
    const words = new Set([...known].map(inOneWord));
    for (const value of attribute.values.map(String)) {
      if (!words.has(inOneWord(value))) known.add(value);
      words.add(inOneWord(value));
    }
  }
  return listed;
}

const tagIds = ({ tags }: FamilyDefinition) => tags.map(({ id }) => id);

function attributesOfAll({ families, commonAttributes }: Codebook): AttributeDefinition[] {
  return [...families.flatMap(({ attributes }) => attributes), ...commonAttributes];
}
