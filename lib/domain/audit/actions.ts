/** What the audit trail knows of, by what it is about. */
export const auditActions = [
  "project.created",
  "project.settings",
  "member.added",
  "member.invited",
  "member.joined",
  "member.removed",
  "codebook.published",
  "articles.imported",
  "import.cancelled",
  "article.language_corrected",
  "article.version_added",
  "annotations.imported",
  "assignments.planned",
  "assignment.reopen_requested",
  "assignment.reopen_declined",
  "assignment.reopened",
  "disagreement.decided",
  "decision.undone",
  "decision.appealed",
  "discussion.opened",
  "discussion.closed",
  "export.previewed",
  "export.downloaded",
  "release.made",
  "release.downloaded",
] as const;
export type AuditAction = (typeof auditActions)[number];

/** What is recorded of an account, outside of every project. */
export type AccountAction = "account.first_admin" | "token.created" | "token.revoked";

/** False for what another version of the app recorded. */
export function isAuditAction(action: string): action is AuditAction {
  return (auditActions as readonly string[]).includes(action);
}
