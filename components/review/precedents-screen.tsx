import Link from "next/link";

import { buttonClasses } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading } from "@/components/ui/page-heading";
import type { Precedent, PrecedentPage } from "@/lib/contracts/precedents";
import { gapRule } from "@/lib/domain/review/gap-rule";
import { readable } from "../codebook/tag-style";
import { DecisionComment } from "./decision-comment";
import { kindWords, outcomeWords } from "./words";

type PrecedentsScreenProps = { projectId: string; page: PrecedentPage };

/** What was decided by one rule so far, or where none was found. */
export function PrecedentsScreen({ projectId, page }: PrecedentsScreenProps) {
  const { rule, items, nextCursor } = page;
  const title = rule.id === gapRule ? rule.title : `${rule.id} ${rule.title}`;
  return (
    <>
      <p className="mb-2">
        <Link
          href={`/projects/${projectId}/review/rules`}
          className="text-sm text-accent underline underline-offset-4"
        >
          Rules and gaps
        </Link>
      </p>
      <PageHeading title={title}>{rule.text}</PageHeading>
      {items.length === 0 ? (
        <EmptyState title="No decision cites this yet">
          A reviewer cites a rule when deciding a disagreement.
        </EmptyState>
      ) : (
        <ol aria-label="Decisions that cite it" className="grid gap-3">
          {items.map((item) => (
            <PrecedentRow key={item.id} projectId={projectId} item={item} />
          ))}
        </ol>
      )}
      {nextCursor && (
        <Link href={`?cursor=${nextCursor}`} className={`mt-4 ${buttonClasses()}`}>
          More
        </Link>
      )}
    </>
  );
}

function PrecedentRow({ projectId, item }: { projectId: string; item: Precedent }) {
  return (
    <li className="rounded-lg border border-line bg-surface px-4 py-3 text-sm">
      <p className="flex flex-wrap gap-x-3">
        <strong className="font-medium">{outcomeWords[item.outcome] ?? item.outcome}</strong>
        <span className="text-muted">
          {kindWords[item.kind]}, {item.family}
        </span>
        {!item.isStanding && <span className="text-warning">No longer in force</span>}
      </p>
      <p className="mt-1 font-serif">
        {item.quotes.map((quote, at) => (
          <span key={quote}>
            {at > 0 && " · "}“<bdi>{quote}</bdi>”
          </span>
        ))}
      </p>
      {item.spans.map((span) => (
        <p key={`${span.start} ${span.end} ${span.tagId}`} className="mt-1">
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
        {item.decidedBy}, {item.decidedAt.slice(0, 16).replace("T", " ")} UTC,{" "}
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
