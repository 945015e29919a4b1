import type { DisagreementDetail, GoldInput, outcome } from "@/lib/contracts/review";
import type { Version } from "@/lib/domain/review/group-versions";

export type CaseVersion = Version<DisagreementDetail["members"][number]>;
export type GoldOutcome = (typeof outcome)["options"][number];

/** An annotator's spans as they would become gold. */
export function toGold({ members }: CaseVersion): GoldInput[] {
  return members.map(({ spanId: _, annotator: __, ...span }) => span);
}
