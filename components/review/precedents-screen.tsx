import { useTranslations } from "next-intl";

import { buttonClasses } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading } from "@/components/ui/page-heading";
import type { Precedent, PrecedentPage } from "@/lib/contracts/precedents";
import { gapRule } from "@/lib/domain/review/gap-rule";
import { readable } from "../codebook/tag-style";
import { Link } from "../ui/link";
import { DecisionComment } from "./decision-comment";
import { useMoment } from "./use-moment";
import { useOutcome } from "./use-outcome";

type PrecedentsScreenProps = { projectId: string; page: PrecedentPage };

/** What was decided by one rule so far, or where none was found. */
export function PrecedentsScreen({ projectId, page }: PrecedentsScreenProps) {
  const t = useTranslations("review");
  const { rule, items, nextCursor } = page;
  const isGap = rule.id === gapRule;
  return (
    <>
      <p className="mb-2">
        <Link
          href={`/projects/${projectId}/review/rules`}
          className="text-sm text-accent underline underline-offset-4"
        >
          {t("titles.rules")}
        </Link>
      </p>
      <PageHeading title={isGap ? t("decide.gap") : `${rule.id} ${rule.title}`}>
        {isGap ? t("rules.gapText") : rule.text}
      </PageHeading>
      {items.length === 0 ? (
        <EmptyState title={t("rules.empty")}>{t("rules.emptyNote")}</EmptyState>
      ) : (
        <ol aria-label={t("rules.decisions")} className="grid gap-3">
          {items.map((item) => (
            <PrecedentRow key={item.id} projectId={projectId} item={item} />
          ))}
        </ol>
      )}
      {nextCursor && (
        <Link href={`?cursor=${nextCursor}`} className={`mt-4 ${buttonClasses()}`}>
          {t("inbox.more")}
        </Link>
      )}
    </>
  );
}

function PrecedentRow({ projectId, item }: { projectId: string; item: Precedent }) {
  const t = useTranslations("review");
  const outcomeOf = useOutcome();
  const moment = useMoment();
  return (
    <li className="rounded-lg border border-line bg-surface px-4 py-3 text-sm">
      <p className="flex flex-wrap gap-x-3">
        <strong className="font-medium">{outcomeOf(item.outcome)}</strong>
        <span className="text-muted">
          {t(`kind.${item.kind}`)}, {item.family}
        </span>
        {!item.isStanding && <span className="text-warning">{t("rules.out")}</span>}
      </p>
      <p className="mt-1 font-serif">
        {item.quotes.map((quote, at) => (
          <span key={quote}>
            {at > 0 && " · "}“<bdi>{quote}</bdi>”
          </span>
        ))}
      </p>
      {item.spans.map((span) => (
        <p key={`${span.segment} ${span.start} ${span.end} ${span.tagId}`} className="mt-1">
          {readable(span.tagId)}:{" "}
          <span className="font-serif">
            “<bdi>{span.quote}</bdi>”
          </span>
        </p>
      ))}
      {item.comment && (
        <p className="mt-1 break-words">
          <DecisionComment projectId={projectId} comment={item.comment} />
        </p>
      )}
      <p className="mt-1 text-muted">
        {item.decidedBy}, {moment(item.decidedAt)},{" "}
        <Link
          href={`/projects/${projectId}/review/${item.disagreementId}`}
          className="text-accent underline underline-offset-4"
        >
          <bdi>{item.articleTitle}</bdi>
        </Link>
      </p>
    </li>
  );
}
