import { linkKindOf } from "../spans/links";
import type { AttributeDefinition, Codebook } from "./codebook";

type Clash = {
  path: (string | number)[];
  reason: "attribute_id_repeated" | "attribute_id_common" | "attribute_id_reserved";
};
type Definition = Pick<Codebook, "commonAttributes"> & {
  families: readonly { attributes: readonly AttributeDefinition[] }[];
};

/** What every span has as a common attribute or not at all: files have columns of their own for it. */
const onlyCommon = ["confidence", "note"];

/**
 * Attributes whose id another one of the same span has already, or that is kept for links or for
 * what only common attributes may be.
 */
export function clashingAttributes({ families, commonAttributes }: Definition): Clash[] {
  const common = new Set(commonAttributes.map(({ id }) => id));
  return [
    ...families.flatMap(({ attributes }, at) =>
      clashesIn(["families", at, "attributes"], attributes, common, onlyCommon),
    ),
    ...clashesIn(["commonAttributes"], commonAttributes, new Set(), []),
  ];
}

function clashesIn(
  path: Clash["path"],
  attributes: readonly AttributeDefinition[],
  common: ReadonlySet<string>,
  reserved: readonly string[],
): Clash[] {
  const before = new Set<string>();
  return attributes.flatMap(({ id }, at): Clash[] => {
    const isRepeated = before.has(id);
    before.add(id);
    const clash = (reason: Clash["reason"]) => [{ path: [...path, at, "id"], reason }];
    if (isRepeated) return clash("attribute_id_repeated");
    if (common.has(id)) return clash("attribute_id_common");
    return reserved.includes(id) || linkKindOf(id) !== null ? clash("attribute_id_reserved") : [];
  });
}
