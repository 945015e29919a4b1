import { z } from "zod";

import { fieldSentences } from "../domain/field-sentences";
import { snappings } from "../domain/text/snap-range";
import { codebook, presetId } from "./codebook";
import { editTag, email, id, page, role, wellFormed } from "./fields";

export const projectName = wellFormed(120).trim().min(1, fieldSentences.project_name_missing);

export const createProjectBody = z
  .strictObject({
    name: projectName,
    /** A published scheme to start from; left out, the default sourcing and framing codebook. */
    preset: presetId.optional(),
    /** A codebook of one's own, in place of a preset. */
    codebook: codebook.optional(),
  })
  .refine((body) => !(body.preset && body.codebook), {
    error: fieldSentences.preset_and_codebook,
    path: ["preset"],
  });

export const patchProjectBody = z.strictObject({
  name: projectName.optional(),
  annotatorsPerArticle: z.int().min(1).max(20).optional(),
  isOutletBlind: z.boolean().optional(),
  snapping: z.enum(snappings).optional(),
  /** After submission annotators see how their work compares with gold. */
  hasTrainingFeedback: z.boolean().optional(),
});

export const project = z.object({
  id,
  name: z.string(),
  role,
  annotatorsPerArticle: z.int(),
  isOutletBlind: z.boolean(),
  snapping: z.string(),
  hasTrainingFeedback: z.boolean(),
  editTag,
  counts: z.object({
    articles: z.int(),
    assignments: z.int(),
    submitted: z.int(),
    openDisagreements: z.int(),
    decidedDisagreements: z.int(),
    members: z.int(),
    reopenRequests: z.int(),
  }),
});
export type ProjectDetail = z.infer<typeof project>;
export const projectPage = page(project);

export const addMemberBody = z.strictObject({ email, role });
export const member = z.object({
  userId: id,
  email: z.string(),
  name: z.string(),
  role,
  pseudonym: z.string(),
  isRemoved: z.boolean(),
  nAssigned: z.int(),
  nSubmitted: z.int(),
});
export type Member = z.infer<typeof member>;
export const memberPage = page(member);
/** An invite's link is shown once; the server keeps only a hash of its secret. */
export const addMemberResult = z.object({
  /** Null for somebody who has an account: they are members at once. */
  inviteUrl: z.string().nullable(),
  expiresAt: z.string().nullable(),
  email: z.string(),
  role,
});
export type AddMemberResult = z.infer<typeof addMemberResult>;
export const projectParams = z.object({ projectId: id });
export const memberParams = z.object({ projectId: id, userId: id });

export const password = wellFormed(256).min(15, "Use 15 or more characters.");
export const personName = wellFormed(120).trim().min(1, fieldSentences.name_missing);
const inviteSecret = z.string().min(20).max(100);
export const describeInviteBody = z.strictObject({ secret: inviteSecret });
export const inviteDescription = z.object({
  email: z.string(),
  projectName: z.string(),
  role,
  hasAccount: z.boolean(),
});
export type InviteDescription = z.infer<typeof inviteDescription>;
/** `name` is for new people; who has an account gives its password. */
export const acceptInviteBody = z.strictObject({
  secret: inviteSecret,
  name: personName.optional(),
  password,
});
export const signInTarget = z.object({ email: z.string() });
export const firstRunBody = z.strictObject({ email, name: personName, password });

export const me = z.object({
  id,
  email: z.string(),
  name: z.string(),
  mayCreateProjects: z.boolean(),
  memberships: z.array(z.object({ projectId: id, projectName: z.string(), role })),
});
export type Me = z.infer<typeof me>;
