import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";

import { ProblemWords } from "@/components/layout/problem-words";
import type { SimilarItem } from "@/lib/contracts/review";
import { readable } from "../codebook/tag-style";
import { groupVersions } from "@/lib/domain/review/group-versions";
import { Link } from "../ui/link";
import type { Applied } from "./use-apply-ruling";
import { useShownNames } from "./use-shown-names";

type SimilarCaseProps = {
  item: SimilarItem;
  isTicked: boolean;
  /** Whether the ruling can be carried over; true while there is none. */
  isFitting: boolean;
  result: Applied | undefined;
  onTick: (isTicked: boolean) => void;
};

/** One case with its tick, and what came of applying the ruling to it. */
export function SimilarCase({ item, isTicked, isFitting, result, onTick }: SimilarCaseProps) {
  const id = useId();
  const t = useTranslations("review");
  const { isShown } = useShownNames();
  const { projectId, members, likeness, kind, articleTitle, nAnnotators: total } = item;
  const inOrder = [...new Set(members.map(({ annotator }) => annotator))];
  const { versions } = groupVersions(members, inOrder);
  return (
    <li className="flex gap-3 px-4 py-3 text-sm">
      <input
        id={id}
        type="checkbox"
        className="mt-0.5 size-4 shrink-0 accent-accent"
        checked={isTicked}
        disabled={!isFitting || result?.isDone === true}
        onChange={({ target }) => onTick(target.checked)}
      />
      <div className="min-w-0 flex-1">
        <label htmlFor={id} className="block">
          <span className="font-medium">{t(`kind.${kind}`)}</span>{" "}
          <span className="text-muted">{t(`similar.${likeness}`)}</span>
          {versions.flatMap(({ annotators, members: its }) =>
            its.map((member) => (
              <span key={member.spanId} className="block truncate">
                {isShown
                  ? annotators.join(", ")
                  : t("inbox.versionCount", { count: annotators.length, total })}{" "}
                {readable(member.tagId)}{" "}
                <span className="font-serif">
                  “<bdi>{member.quote}</bdi>”
                </span>
              </span>
            )),
          )}
        </label>
        <Link
          href={`/projects/${projectId}/review/${item.id}`}
          className="mt-1 block truncate text-accent underline underline-offset-4"
        >
          <bdi>{articleTitle}</bdi>
        </Link>
        {!isFitting && <p className="mt-1 text-muted">{t("similar.misfit")}</p>}
        {result && (
          <p className={`mt-1 font-medium ${result.isDone ? "text-success" : "text-danger"}`}>
            {wordsOf(result)}
          </p>
        )}
      </div>
    </li>
  );

  function wordsOf(applied: Applied): ReactNode {
    if (applied.isDone) return t("similar.decided");
    if (applied.winner) return t("similar.taken", { who: applied.winner });
    return <ProblemWords problem={applied.problem} />;
  }
}
