import Link from "next/link";

import { PageHeading } from "@/components/ui/page-heading";
import { StatusNote } from "@/components/ui/status-note";
import type { LastDecision } from "@/lib/client/last-decision";
import type { CommentItem } from "@/lib/contracts/comments";
import type { DisagreementDetail, SimilarItem } from "@/lib/contracts/review";
import type { Codebook } from "@/lib/domain/codebook/codebook";
import { readable } from "../codebook/tag-style";
import { DecisionHistory } from "./decision-history";
import { Discussion } from "./discussion";
import { LiveNote } from "./live-note";
import { Ruling } from "./ruling";
import { UndoBar } from "./undo-bar";
import { VersionPanel } from "./version-panel";
import { kindWords } from "./words";

type ReviewScreenProps = {
  disagreement: DisagreementDetail;
  codebook: Codebook;
  similar: readonly SimilarItem[];
  comments: readonly CommentItem[];
  /** The reader's own pseudonym. */
  viewer: string;
};

/** One disagreement: every version in its context, the votes, and the decision. */
export function ReviewScreen(props: ReviewScreenProps) {
  const { disagreement, codebook, similar, comments, viewer } = props;
  const { projectId, members, annotators, votes, status } = disagreement;
  return (
    <>
      <p className="mb-2 flex flex-wrap gap-x-5 text-sm text-accent underline underline-offset-4">
        <Link href={`/projects/${projectId}/review`}>All disagreements</Link>
        <Link href={`/projects/${projectId}/articles/${disagreement.articleId}/gold`}>
          Gold of this article
        </Link>
      </p>
      <PageHeading title={`${kindWords[disagreement.kind]}: ${disagreement.family}`}>
        <bdi>{disagreement.articleTitle}</bdi>
      </PageHeading>
      <LiveNote disagreement={disagreement} viewer={viewer} />
      <UndoBar projectId={projectId} own={ownDecision(disagreement, viewer)} />
      {status === "stale" && (
        <div className="mb-4">
          <StatusNote tone="warning" title="The spans changed after the decision">
            Its gold is out of use until you decide again.
          </StatusNote>
        </div>
      )}
      {status === "decided" && (
        <div className="mb-4">
          <StatusNote tone="info" title="This is decided">
            The decision stands at the end of the page. Deciding again replaces it; both are kept.
          </StatusNote>
        </div>
      )}
      <div className="grid gap-4 md:grid-cols-2">
        {annotators.map((annotator) => (
          <VersionPanel
            key={annotator}
            annotator={annotator}
            members={members.filter((member) => member.annotator === annotator)}
            disagreement={disagreement}
            codebook={codebook}
          />
        ))}
      </div>
      <section aria-labelledby="votes-heading" className="mt-6">
        <h2 id="votes-heading" className="text-lg font-semibold">
          Votes
        </h2>
        <ul className="mt-2 text-sm">
          {votes.map(({ tagId, annotators: voters }) => (
            <li key={tagId ?? "nothing"}>
              <strong className="font-medium">{tagId ? readable(tagId) : "Nothing here"}</strong>:{" "}
              {voters.join(", ")}
            </li>
          ))}
        </ul>
      </section>
      <Ruling disagreement={disagreement} codebook={codebook} similar={similar} />
      <Discussion projectId={projectId} disagreementId={disagreement.id} comments={comments} />
      <DecisionHistory projectId={projectId} decisions={disagreement.decisions} />
    </>
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
