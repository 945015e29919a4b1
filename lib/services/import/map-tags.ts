import type { AnnotationImportResult } from "../../contracts/annotation-import";
import { type Codebook, familyOf } from "../../domain/codebook/codebook";
import { tagPublishedAs } from "../../domain/codebook/presets/published-names";
import type { FoundLayer } from "./annotation-files";
import type { FileProblem } from "./uploaded-file";

/** Tag of this project by tag of the files; null leaves a tag out. */
export type TagMap = Readonly<Record<string, string | null>>;

/**
 * What a tag of the files becomes: what the map says, or the tag of the same id, or the tag that the
 * release of the codebook's scheme calls so.
 * @returns undefined where nothing is said and the codebook has no such tag
 */
export function mapTag(codebook: Codebook, tagMap: TagMap, tag: string): string | null | undefined {
  const mapped = Object.hasOwn(tagMap, tag) ? tagMap[tag] : undefined;
  if (mapped !== undefined) return mapped === "" ? null : mapped;
  return familyOf(codebook, tag) === undefined ? tagPublishedAs(codebook, tag) : tag;
}

/** Each tag of the files with its count, and an error for each that leads nowhere. */
export function checkTags(
  codebook: Codebook,
  tagMap: TagMap,
  layers: readonly FoundLayer[],
): { tags: AnnotationImportResult["tags"]; errors: FileProblem[] } {
  const seen = new Map<string, { count: number; file: string; line: number }>();
  for (const { file, layer } of layers) {
    for (const { tag, line } of layer.spans) {
      const before = seen.get(tag);
      seen.set(tag, before ? { ...before, count: before.count + 1 } : { count: 1, file, line });
    }
  }
  const errors: FileProblem[] = [];
  const tags = [...seen].map(([tag, { count, file, line }]) => {
    const tagId = mapTag(codebook, tagMap, tag);
    const advice = "Say in the tag map what it becomes, or null to leave it out.";
    if (tagId === undefined) {
      const message = `The codebook has no tag “${tag}” (${count} spans). ${advice}`;
      errors.push({ file, line, message, reason: "tag_not_in_codebook", facts: { tag, count } });
    } else if (tagId !== null && familyOf(codebook, tagId) === undefined) {
      const message = `“${tag}” is to become “${tagId}”, which is no tag here.`;
      errors.push({ file, line, message, reason: "tag_leads_nowhere", facts: { tag, to: tagId } });
    }
    return { tag, tagId: tagId ?? null, count };
  });
  return { tags, errors };
}
