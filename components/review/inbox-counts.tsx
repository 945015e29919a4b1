import { useFormatter, useTranslations } from "next-intl";

import type { ReviewSummary } from "@/lib/contracts/review";
import { Link } from "../ui/link";

const statuses = ["open", "stale", "decided"] as const;
/** What all missed is decided as it is added, and isn't among them. */
const kinds = ["one_sided", "boundary", "tag", "boundary_and_tag", "attribute"] as const;

/** How much there is of each status, and of each kind what still waits; links filter. */
export function InboxCounts({ counts }: Pick<ReviewSummary, "counts">) {
  const t = useTranslations("review");
  const format = useFormatter();
  const sum = (wanted: (one: ReviewSummary["counts"][number]) => boolean) =>
    format.number(counts.filter(wanted).reduce((total, { count }) => total + count, 0));
  return (
    <div className="mb-4 grid gap-2 text-sm">
      <ul aria-label={t("inbox.howMany")} className="flex flex-wrap gap-x-5 gap-y-1 tabular-nums">
        {statuses.map((status) => (
          <li key={status}>
            <Link href={`?status=${status}`} className="text-accent underline underline-offset-4">
              {t(`status.${status}`)}
            </Link>{" "}
            <span data-count={status} className="font-semibold">
              {sum((one) => one.status === status)}
            </span>
          </li>
        ))}
      </ul>
      <ul aria-label={t("inbox.howManyOpen")} className="flex flex-wrap gap-x-5 gap-y-1 text-muted">
        {kinds.map((kind) => (
          <li key={kind} className="tabular-nums">
            <Link href={`?status=open&kind=${kind}`} className="underline underline-offset-4">
              {t(`kind.${kind}`)}
            </Link>{" "}
            {sum((one) => one.kind === kind && one.status === "open")}
          </li>
        ))}
      </ul>
    </div>
  );
}
