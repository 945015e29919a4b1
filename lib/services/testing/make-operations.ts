import { v7 as uuidv7 } from "uuid";

import type { Actor } from "../../domain/access/actor";
import type { Operation } from "../../domain/annotation/operation";
import type { Attributes, SegmentName } from "../../domain/spans/span";
import { countCodePoints } from "../../domain/text/code-points";
import { saveOperations } from "../annotation";
import { submitAssignment } from "../submission";
import { articleText } from "./make-project";

export type Mark = {
  quote: string;
  tagId: string;
  segment?: SegmentName;
  attributes?: Attributes;
};
type Add = Extract<Operation, { kind: "add" }>;

/** Adds a span on the first place in the test article that says `quote`. */
export function addOf({ quote, tagId, segment = "body", attributes = {} }: Mark): Add {
  const text = segment === "title" ? articleText.title : articleText.paragraphs.join("\n\n");
  const utf16 = text.indexOf(quote);
  if (utf16 < 0) throw new RangeError(`the test article doesn't say “${quote}”`);
  const start = countCodePoints(text.slice(0, utf16));
  const end = start + countCodePoints(quote);
  const span = { id: uuidv7(), segment, start, end, quote, tagId, attributes };
  return { id: uuidv7(), kind: "add", baseRevision: 0, span };
}

export function retagOf(spanId: string, baseRevision: number, tagId: string): Operation {
  return { id: uuidv7(), kind: "retag", spanId, baseRevision, tagId };
}

export function removeOf(spanId: string, baseRevision: number): Operation {
  return { id: uuidv7(), kind: "remove", spanId, baseRevision };
}

/** Adds spans and hands the layer in, with “nothing found” if there are none. @returns span ids */
export async function handIn(
  annotator: Actor,
  assignmentId: string,
  marks: readonly Mark[],
): Promise<string[]> {
  const adds = marks.map(addOf);
  if (adds.length > 0) {
    const { results } = await saveOperations(annotator, assignmentId, adds);
    const refused = results.filter(({ result }) => result !== "applied");
    if (refused.length > 0) throw new Error(`refused: ${JSON.stringify(refused)}`);
  }
  const nothingFound = adds.length === 0;
  await submitAssignment(annotator, assignmentId, { nothingFound, answers: {} });
  return adds.map(({ span }) => span.id);
}
