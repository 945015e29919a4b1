"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { v7 as uuidv7 } from "uuid";

import { apiRequest } from "@/lib/client/api-client";
import { rememberDecision } from "@/lib/client/last-decision";
import { useAction } from "@/lib/client/use-action";
import type { ArticleGold, MissedSpanBody } from "@/lib/contracts/gold";
import type { GoldInput } from "@/lib/contracts/review";
import type { SegmentName, TextRange } from "@/lib/domain/spans/span";
import { wordBeside } from "@/lib/domain/review/word-beside";
import { type Place, useOwnVersion } from "./use-own-version";

type Beside = TextRange & { segment: SegmentName };
const beginning: Beside = { segment: "body", start: 0, end: 0 };

/** A span that a reviewer adds to an article's gold because all annotators missed it. */
export function useMissedSpan(projectId: string, { article }: ArticleGold) {
  const router = useRouter();
  const version = useOwnVersion({ article, ...beginning });
  const [place, setPlace] = useState<Place | null>(null);
  const [why, setWhy] = useState({ rule: "", comment: "" });
  const { run, isPending, problem } = useAction();
  // Sent again after a lost answer, the same span keeps its id.
  const attempt = useRef({ text: "", id: "" });
  const { active } = version;

  /** Takes the place where the reader chose one, else the word beside another span. */
  function begin(chosen: Place | null, beside: Beside = beginning) {
    if (chosen && active) return version.place(chosen);
    const word = wordBeside(version.texts[beside.segment], beside, article.language);
    setPlace(chosen ?? (word && { segment: beside.segment, ...word }));
  }

  function choose(tagId: string) {
    if (place) version.begin([{ ...place, tagId, attributes: {} }]);
    setPlace(null);
  }

  function add(span: GoldInput) {
    if (isPending) return;
    const comment = why.comment.trim();
    const said = {
      span,
      ...(why.rule ? { ruleCited: why.rule } : {}),
      ...(comment ? { comment } : {}),
    };
    const text = JSON.stringify(said);
    if (attempt.current.text !== text) attempt.current = { text, id: uuidv7() };
    const { id } = attempt.current;
    void run(async () => {
      const path = `/api/v1/projects/${projectId}/articles/${article.id}/gold`;
      const body: MissedSpanBody = { id, ...said };
      await apiRequest<ArticleGold>(path, { method: "POST", body });
      rememberDecision({ projectId, disagreementId: id, decisionId: id, outcome: "add" });
      version.cancel();
      setWhy({ rule: "", comment: "" });
      router.refresh();
    });
  }

  return {
    ...{ version, active, place, why, setWhy, isPending, problem, begin, choose, add },
    leave: () => setPlace(null),
  };
}
export type MissedSpan = ReturnType<typeof useMissedSpan>;
