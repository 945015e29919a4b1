import { useTranslations } from "next-intl";

import type { TouchedTag } from "@/lib/contracts/codebook";
import { Link } from "../ui/link";

type TouchedCountsProps = { projectId: string; touched: readonly TouchedTag[] };

/** How many old spans of each tag a version touches, each leading to them. */
export function TouchedCounts({ projectId, touched }: TouchedCountsProps) {
  const t = useTranslations("codebook.touched");
  const some = touched.filter(({ nSpans }) => nSpans > 0);
  const nSpans = some.reduce((sum, one) => sum + one.nSpans, 0);
  if (nSpans === 0) return <p className="text-sm text-muted">{t("nothing")}</p>;
  return (
    <div className="text-sm">
      <p>{t("total", { count: nSpans })}</p>
      <ul aria-label={t("byTag")} className="mt-2 flex flex-wrap gap-2">
        {some.map(({ tagId, isRetired, isRedefined, nSpans: count }) => (
          <li key={tagId}>
            <Link
              href={`/projects/${projectId}/codebook/touched?tag=${encodeURIComponent(tagId)}`}
              className="inline-flex min-h-8 items-center gap-1.5 rounded-md border border-line-strong px-2.5 hover:bg-sunken"
            >
              <span className="font-medium">{tagId}</span>
              <span>{t("spans", { count })}</span>
              <span className="text-muted">
                {[isRedefined && t("redefined"), isRetired && t("retired")]
                  .filter(Boolean)
                  .join(", ")}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
