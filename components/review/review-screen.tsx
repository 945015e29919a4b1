import Link from "next/link";

import { PageHeading } from "@/components/ui/page-heading";
import { StatusNote } from "@/components/ui/status-note";
import type { DisagreementDetail } from "@/lib/contracts/review";
import type { Codebook } from "@/lib/domain/codebook/codebook";
import { readable } from "../codebook/tag-style";
import { DecisionForm } from "./decision-form";
import { DecisionHistory } from "./decision-history";
import { VersionPanel } from "./version-panel";
import { kindWords } from "./words";

type ReviewScreenProps = { disagreement: DisagreementDetail; codebook: Codebook };

/** One disagreement: every version in its context, the votes, and the decision. */
export function ReviewScreen({ disagreement, codebook }: ReviewScreenProps) {
  const { projectId, members, annotators, votes, status } = disagreement;
  return (
    <>
      <p className="mb-2">
        <Link
          href={`/projects/${projectId}/review`}
          className="text-sm text-accent underline underline-offset-4"
        >
          All disagreements
        </Link>
      </p>
      <PageHeading title={`${kindWords[disagreement.kind]}: ${disagreement.family}`}>
        <bdi>{disagreement.articleTitle}</bdi>
      </PageHeading>
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
      <DecisionForm
        key={`${disagreement.id} ${disagreement.revision}`}
        disagreement={disagreement}
        codebook={codebook}
      />
      <DecisionHistory decisions={disagreement.decisions} />
    </>
  );
}
