import { useTranslations } from "next-intl";

import type { TagDefinition } from "@/lib/domain/codebook/codebook";
import { familyStyle, readable } from "./tag-style";

/** A tag with its definition and with what is and isn't one. */
export function TagCard({ tag, at }: { tag: TagDefinition; at: number }) {
  const t = useTranslations("codebook.reading");
  const { line, isDashed } = familyStyle(at);
  return (
    <li
      className={`break-inside-avoid rounded-lg border border-line bg-surface p-4 print:mb-3 ${tag.isRetired ? "text-muted" : ""}`}
      style={{ borderLeft: `4px ${isDashed ? "dashed" : "solid"} ${line}` }}
    >
      <h3 className="flex flex-wrap items-baseline gap-x-2 font-semibold">
        {readable(tag.id)}
        <code className="text-xs font-normal break-all text-muted">{tag.id}</code>
        {tag.isRetired && (
          <span className="rounded border border-line-strong px-1.5 text-xs font-normal">
            {t("retiredBadge")}
          </span>
        )}
      </h3>
      <p className="mt-1 text-sm">{tag.definition}</p>
      {(tag.positive.length > 0 || tag.negative.length > 0) && (
        <dl className="mt-3 grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1 text-sm">
          <Examples title={t("yes")} examples={tag.positive} />
          <Examples title={t("no")} examples={tag.negative} />
        </dl>
      )}
      {tag.snapping && <p className="mt-2 text-xs text-muted">{t(`snapping.${tag.snapping}`)}</p>}
    </li>
  );
}

function Examples({ title, examples }: { title: string; examples: readonly string[] }) {
  if (examples.length === 0) return null;
  return (
    <>
      <dt className="font-medium">{title}</dt>
      <dd>
        <ul>
          {examples.map((example) => (
            <li key={example} className="font-serif">
              “{example}”
            </li>
          ))}
        </ul>
      </dd>
    </>
  );
}
