import { z } from "zod";

import { auditActions } from "../domain/audit/actions";
import { id, listQuery, page } from "./fields";

export const auditQuery = z.object({ ...listQuery, action: z.enum(auditActions).optional() });

const particular = z.union([z.string(), z.number(), z.boolean(), z.null()]);

export const auditEvent = z.object({
  id,
  at: z.string(),
  /** Null for what the app did by itself. */
  actor: z.object({ userId: id, name: z.string(), pseudonym: z.string().nullable() }).nullable(),
  action: z.string(),
  /** An id, the name of a file, or an address. */
  subject: z.string(),
  /** What the id stands for: a person, an article, `#2` of releases or codebooks; null where there is no name. */
  subjectName: z.string().nullable(),
  /** Lists are given as their lengths. */
  detail: z.record(z.string(), particular),
});
export type AuditItem = z.infer<typeof auditEvent>;
export const auditPage = page(auditEvent);
