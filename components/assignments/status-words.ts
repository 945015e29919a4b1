import type { AssignmentItem } from "@/lib/contracts/assignments";

export const statusWords: Record<AssignmentItem["status"], string> = {
  assigned: "Not begun",
  in_progress: "In progress",
  submitted: "Submitted",
  returned: "Returned",
};
