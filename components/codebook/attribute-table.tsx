import { useTranslations } from "next-intl";

import { Table } from "@/components/ui/table";
import type { AttributeDefinition } from "@/lib/domain/codebook/codebook";
import { readable } from "./tag-style";

type AttributeTableProps = { caption: string; attributes: readonly AttributeDefinition[] };

/** What a span carries besides its tag. */
export function AttributeTable({ caption, attributes }: AttributeTableProps) {
  const t = useTranslations("codebook.reading");
  const kinds = useTranslations("codebook.kinds");
  if (attributes.length === 0) return <p className="mt-2 text-sm text-muted">{t("none")}</p>;
  return (
    <div className="mt-3">
      <Table caption={caption} head={[t("attribute"), t("kind"), t("values"), t("needed")]}>
        {attributes.map((attribute) => (
          <tr key={attribute.id}>
            <td className="font-medium">{readable(attribute.id)}</td>
            <td className="whitespace-nowrap">{kinds(attribute.kind)}</td>
            <td>{"values" in attribute ? attribute.values.join(" · ") : "–"}</td>
            <td>{attribute.isRequired ? t("isNeeded") : t("isOptional")}</td>
          </tr>
        ))}
      </Table>
    </div>
  );
}
