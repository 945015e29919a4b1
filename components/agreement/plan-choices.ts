import { readable } from "@/components/codebook/tag-style";
import type { Agreement } from "@/lib/contracts/agreement";
import type { PlanChoice } from "./plan-articles";

/** Families, then tags, as what can be planned for. */
export function planChoices({ families, tags }: Agreement): PlanChoice[] {
  return [
    ...families.map(({ familyId, prevalence, variance }) => ({
      ...{ id: familyId, name: familyId, prevalence, variance },
    })),
    ...tags.map(({ familyId, tagId, prevalence, variance }) => ({
      id: `${familyId} ${tagId}`,
      name: `${familyId}: ${readable(tagId)}`,
      ...{ prevalence, variance },
    })),
  ];
}
