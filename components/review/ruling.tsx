"use client";

import { useState } from "react";

import type { DisagreementDetail, InboxView, SimilarItem } from "@/lib/contracts/review";
import type { Codebook } from "@/lib/domain/codebook/codebook";
import { CaseWorkspace } from "./case-workspace";
import { SimilarCases } from "./similar-cases";
import { useLookers } from "./use-lookers";

type RulingProps = {
  disagreement: DisagreementDetail;
  codebook: Codebook;
  view: InboxView;
  similar: readonly SimilarItem[];
  /** The reader's own pseudonym. */
  viewer: string;
};

/** The decision here, and the like cases that it may settle too. */
export function Ruling({ disagreement, codebook, view, similar: found, viewer }: RulingProps) {
  // What was found at first: once decided, they are no longer found, but their results are shown.
  const [similar] = useState(found);
  const lookers = useLookers(disagreement.projectId, viewer).get(disagreement.id) ?? [];
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());

  return (
    <>
      <CaseWorkspace
        key={disagreement.revision}
        disagreement={disagreement}
        codebook={codebook}
        view={view}
        lookers={lookers}
        stays={ticked.size > 0}
      />
      {similar.length > 0 && (
        <SimilarCases
          disagreement={disagreement}
          similar={similar}
          ticked={ticked}
          onTick={setTicked}
        />
      )}
    </>
  );
}
