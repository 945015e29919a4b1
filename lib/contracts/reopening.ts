import { z } from "zod";

import { fieldSentences } from "../domain/field-sentences";
import { id, page, wellFormed } from "./fields";

const words = wellFormed(2000).trim();

/** What the annotator reads when the layer is back; may be left out. */
export const reopenBody = z.strictObject({ note: words.optional() });

/** The id is made by whoever asks, so that a request sent twice is one request. */
export const reopenRequestBody = z.strictObject({
  id,
  reason: words.min(1, fieldSentences.reopening_reason_missing),
});
export const declineReopenBody = z.strictObject({
  note: words.min(1, fieldSentences.declining_reason_missing),
});

export const reopenRequest = z.object({
  id,
  reason: z.string(),
  requestedAt: z.string(),
  state: z.enum(["open", "reopened", "declined"]),
  /** What the admin said to it. */
  note: z.string().nullable(),
  answeredAt: z.string().nullable(),
});
export type ReopenRequest = z.infer<typeof reopenRequest>;

export const openReopenRequest = z.object({
  ...reopenRequest.shape,
  assignmentId: id,
  articleTitle: z.string(),
  annotatorName: z.string(),
});
export type OpenReopenRequest = z.infer<typeof openReopenRequest>;
export const openReopenRequestPage = page(openReopenRequest);
