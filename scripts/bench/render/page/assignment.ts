import type { AssignmentDetail } from "@/lib/contracts/assignments";
import type { Codebook } from "@/lib/domain/codebook/codebook";
import { defaultCodebook } from "@/lib/domain/codebook/default-codebook";
import { addedTagId, type Corpus } from "./corpus";

export const viewerId = "00000000-0000-7000-8000-0000000000aa";
export const assignmentId = "00000000-0000-7000-8000-0000000000bb";

export const tagIds = defaultCodebook.families
  .flatMap((family) => family.tags.map(({ id }) => id))
  .slice(0, 8);

const codebook: Codebook = {
  ...defaultCodebook,
  families: defaultCodebook.families.map((family, at) =>
    at > 0
      ? family
      : {
          ...family,
          tags: [
            ...family.tags,
            { id: addedTagId, definition: "Added while measuring.", positive: [], negative: [] },
          ],
        },
  ),
};

/** The corpus as the assignment endpoint would give it. */
export function toAssignment({ title, body, spans }: Corpus): AssignmentDetail {
  return {
    id: assignmentId,
    projectId: assignmentId,
    projectName: "Measurements",
    status: "in_progress",
    revision: spans.length,
    nothingFound: false,
    article: {
      id: assignmentId,
      title,
      body,
      url: null,
      outlet: null,
      publishedOn: null,
      language: "en",
      sha256: "",
    },
    codebook,
    codebookVersion: 1,
    snapping: "word",
    spans,
    answers: [],
    overruledHints: {},
    doubtfulSpans: [],
    returnNote: null,
    reopenRequest: null,
    hasTrainingFeedback: false,
  };
}
