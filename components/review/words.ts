import type { DisagreementItem } from "@/lib/contracts/review";

export const kindWords: Record<DisagreementItem["kind"], string> = {
  one_sided: "One-sided",
  boundary: "Boundary",
  tag: "Tag",
  boundary_and_tag: "Boundary and tag",
  attribute: "Attribute",
};

export const statusWords: Record<DisagreementItem["status"], string> = {
  open: "Open",
  decided: "Decided",
  stale: "Changed since the decision",
};

export const outcomeWords: Record<string, string> = {
  accept: "Accepted a version",
  edit: "Edited",
  add: "Added spans",
  reject: "Nothing here",
  both_defensible: "Both defensible",
  unresolved: "Unresolved",
  undone: "Taken back",
};
