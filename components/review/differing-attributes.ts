import type { DisagreementDetail } from "@/lib/contracts/review";

// Remarks to the reviewer, not judgements about the text.
const remarks = new Set(["confidence", "note", "proposed_tag"]);

/** Ids of the attributes that the annotators who marked something here gave different values. */
export function differingAttributes(members: DisagreementDetail["members"]): ReadonlySet<string> {
  const ids = new Set(members.flatMap(({ attributes }) => Object.keys(attributes)));
  const annotators = [...new Set(members.map(({ annotator }) => annotator))];
  const differing = [...ids].filter((id) => {
    const versions = annotators.map((annotator) =>
      JSON.stringify(
        members
          .filter((member) => member.annotator === annotator)
          .map(({ attributes }) => attributes[id] ?? null),
      ),
    );
    return !remarks.has(id) && new Set(versions).size > 1;
  });
  return new Set(differing);
}
