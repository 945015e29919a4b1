import { useTranslations } from "next-intl";

import { Select } from "@/components/ui/field";
import { Table } from "@/components/ui/table";
import type { AnnotationImportResult } from "@/lib/contracts/annotation-import";

type TagMapTableProps = {
  tags: AnnotationImportResult["tags"];
  tagIds: readonly string[];
  /** An empty `tagId` leaves the tag out. */
  onMap: (tag: string, tagId: string) => void;
};

/** Each tag of the files with what it becomes, to be chosen for the next check or import. */
export function TagMapTable({ tags, tagIds, onMap }: TagMapTableProps) {
  const t = useTranslations("articles.tagMap");
  if (tags.length === 0) return null;
  return (
    <div className="grid gap-2">
      <p className="text-sm text-muted">{t("hint")}</p>
      <Table caption={t("caption")} head={[t("theirs"), t("spans"), t("ours")]}>
        {tags.map(({ tag, tagId, count }) => (
          <tr key={tag}>
            <td>
              <bdi>{tag}</bdi>
            </td>
            <td>{count}</td>
            <td className="min-w-48">
              <Select
                aria-label={t("becomes", { tag })}
                defaultValue={tagId ?? ""}
                onChange={(event) => onMap(tag, event.currentTarget.value)}
              >
                <option value="">{t("leftOut")}</option>
                {tagIds.map((id) => (
                  <option key={id} value={id}>
                    {id}
                  </option>
                ))}
              </Select>
            </td>
          </tr>
        ))}
      </Table>
    </div>
  );
}
