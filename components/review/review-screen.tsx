import { useTranslations } from "next-intl";

import { PageHeading } from "@/components/ui/page-heading";
import { StatusNote } from "@/components/ui/status-note";
import type { LastDecision } from "@/lib/client/last-decision";
import type { Thread } from "@/lib/contracts/comments";
import type { DisagreementDetail, InboxView, SimilarItem } from "@/lib/contracts/review";
import type { Codebook } from "@/lib/domain/codebook/codebook";
import { Link } from "../ui/link";
import { DecisionHistory } from "./decision-history";
import { Discussion } from "./discussion";
import { LiveNote } from "./live-note";
import { Ruling } from "./ruling";
import { UndoBar } from "./undo-bar";
import { viewAddress, viewSuffix } from "./view-address";

type ReviewScreenProps = {
  disagreement: DisagreementDetail;
  codebook: Codebook;
  similar: readonly SimilarItem[];
  thread: Thread;
  /** The reader's own pseudonym. */
  viewer: string;
  /** The inbox that it was opened from. */
  view: InboxView;
};

/** One disagreement: every version in the text, the decision, what was said and decided before. */
export function ReviewScreen(props: ReviewScreenProps) {
  const { disagreement, codebook, similar, thread, viewer, view } = props;
  const t = useTranslations("review");
  const { projectId, articleId } = disagreement;
  return (
    <>
      <p className="mb-2 flex flex-wrap gap-x-5 text-sm text-accent underline underline-offset-4">
        <Link href={`/projects/${projectId}/review${viewSuffix(view)}`}>{t("case.all")}</Link>
        <Link href={`/projects/${projectId}/articles/${articleId}/gold`}>
          {t("case.goldOfArticle")}
        </Link>
        <Link href={`/projects/${projectId}/review${viewAddress({ article: articleId })}`}>
          {t("case.ofArticle")}
        </Link>
      </p>
      <PageHeading title={`${t(`kind.${disagreement.kind}`)}: ${disagreement.family}`}>
        <bdi>{disagreement.articleTitle}</bdi>
      </PageHeading>
      <LiveNote disagreement={disagreement} viewer={viewer} />
      <UndoBar projectId={projectId} own={ownDecision(disagreement, viewer)} />
      <Standing disagreement={disagreement} />
      <Ruling {...{ disagreement, codebook, view, similar, viewer }} />
      <Discussion projectId={projectId} disagreementId={disagreement.id} thread={thread} />
      <DecisionHistory {...disagreement} />
    </>
  );
}

/** Whether it is decided, or was and no longer is. */
function Standing({ disagreement }: { disagreement: DisagreementDetail }) {
  const t = useTranslations("review.case");
  const { status, isAppealed, appeals } = disagreement;
  if (status === "open") return null;
  const last = isAppealed ? appeals.at(-1) : undefined;
  return (
    <div className="mb-4">
      {status === "decided" ? (
        <StatusNote tone="info" title={t("decided")}>
          {t("decidedNote")}
        </StatusNote>
      ) : (
        <StatusNote
          tone="warning"
          title={last ? t("appealed", { annotator: last.annotator }) : t("stale")}
        >
          {last && (
            <p dir="auto" className="my-1 break-words whitespace-pre-wrap">
              {last.reason}
            </p>
          )}
          {t("staleNote")}
        </StatusNote>
      )}
    </div>
  );
}

/** The reader's own decision, if it is the last one and in force. */
function ownDecision(disagreement: DisagreementDetail, viewer: string): LastDecision | null {
  const last = disagreement.decisions.at(-1);
  if (disagreement.status !== "decided" || last?.decidedBy !== viewer) return null;
  const { id: decisionId, outcome } = last;
  const { projectId, id: disagreementId } = disagreement;
  return outcome === "undone" ? null : { projectId, disagreementId, decisionId, outcome };
}
