export type Role = "admin" | "reviewer" | "annotator" | "researcher";
export const roles: readonly Role[] = ["admin", "reviewer", "annotator", "researcher"];

export type Action =
  | "project.read"
  | "project.edit"
  | "audit.read"
  | "members.read"
  | "members.edit"
  | "codebook.read"
  | "codebook.edit"
  | "articles.read"
  | "articles.import"
  | "articles.correct"
  | "annotations.import"
  | "assignments.read"
  | "assignments.plan"
  | "assignments.reopen"
  | "layer.annotate"
  | "disagreements.read"
  | "disagreements.decide"
  | "discussions.join"
  | "feedback.read"
  | "decisions.appeal"
  | "agreement.read"
  | "exports.read"
  | "exports.identities"
  | "releases.read"
  | "releases.make";

/** Every action and the roles that may take it. An action without a row cannot compile. */
export const allowedRoles: Record<Action, readonly Role[]> = {
  "project.read": ["admin", "reviewer", "annotator", "researcher"],
  "project.edit": ["admin"],
  "audit.read": ["admin"],
  "members.read": ["admin"],
  "members.edit": ["admin"],
  "codebook.read": ["admin", "reviewer", "annotator", "researcher"],
  "codebook.edit": ["admin"],
  "articles.read": ["admin", "reviewer", "researcher"],
  "articles.import": ["admin"],
  "articles.correct": ["admin"],
  "annotations.import": ["admin"],
  "assignments.read": ["admin"],
  "assignments.plan": ["admin"],
  "assignments.reopen": ["admin"],
  "layer.annotate": ["annotator"],
  "disagreements.read": ["admin", "reviewer"],
  "disagreements.decide": ["admin", "reviewer"],
  // Annotators only where a reviewer let them in.
  "discussions.join": ["admin", "reviewer", "annotator"],
  "feedback.read": ["annotator"],
  "decisions.appeal": ["annotator"],
  "agreement.read": ["admin", "reviewer", "researcher"],
  "exports.read": ["admin", "researcher"],
  "exports.identities": ["admin"],
  "releases.read": ["admin", "researcher"],
  "releases.make": ["admin", "researcher"],
};

/** Whether `role` may take `action` in its project. No role, no right. */
export function can(role: Role | null, action: Action): boolean {
  return role !== null && allowedRoles[action].includes(role);
}
