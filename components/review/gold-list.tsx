import { useTranslations } from "next-intl";
import { useId } from "react";

import type { GoldSpanView } from "@/lib/contracts/gold";
import { type FamilyStyle, readable } from "../codebook/tag-style";
import { Link } from "../ui/link";
import { DecisionComment } from "./decision-comment";
import { useMoment } from "./use-moment";
import { useOutcome } from "./use-outcome";

type GoldListProps = {
  title: string;
  projectId: string;
  spans: readonly GoldSpanView[];
  mayReview: boolean;
  selectedId: string | null;
  styles: ReadonlyMap<string, FamilyStyle>;
  onSelect: (span: GoldSpanView) => void;
};

/** Gold spans with who agreed on or decided each, when, and why. */
export function GoldList({ title, spans, styles, selectedId, onSelect, ...where }: GoldListProps) {
  const headingId = useId();
  if (spans.length === 0) return null;
  return (
    <section aria-labelledby={headingId}>
      <h2 id={headingId} className="text-lg font-semibold">
        {title} <span className="font-normal text-muted">({spans.length})</span>
      </h2>
      <ol className="mt-2 grid gap-2 text-sm">
        {spans.map((span) => (
          <li
            key={span.id}
            data-gold={span.id}
            className={`rounded-lg border bg-surface px-4 py-3 ${
              span.id === selectedId ? "border-accent outline-2 outline-accent" : "border-line"
            }`}
          >
            <button
              type="button"
              className="block w-full text-left"
              aria-pressed={span.id === selectedId}
              onClick={() => onSelect(span)}
            >
              <strong className={styles.get(span.tagId)?.text}>{readable(span.tagId)}</strong>{" "}
              <span className="font-serif break-words">
                “<bdi>{span.quote}</bdi>”
              </span>
            </button>
            <Provenance span={span} {...where} />
          </li>
        ))}
      </ol>
    </section>
  );
}

type ProvenanceProps = { span: GoldSpanView; projectId: string; mayReview: boolean };

function Provenance({ span, projectId, mayReview }: ProvenanceProps) {
  const t = useTranslations("review.gold");
  const moment = useMoment();
  const outcomeOf = useOutcome();
  const { decision, supporters, nAnnotators: total, retiredAt } = span;
  const support = { count: supporters.length, total };
  return (
    <div className="mt-1 text-muted">
      <p>{originOf()}</p>
      <p>
        {supporters.length > 0
          ? t("supportNames", { ...support, names: supporters.join(", ") })
          : t("support", support)}
      </p>
      {decision?.comment && (
        <p className="break-words">
          <DecisionComment projectId={projectId} comment={decision.comment} />
        </p>
      )}
      {retiredAt && <p>{t("retired", { time: moment(retiredAt) })}</p>}
      {decision && mayReview && (
        <Link
          href={`/projects/${projectId}/review/${decision.disagreementId}`}
          className="text-accent underline underline-offset-4"
        >
          {t("how")}
        </Link>
      )}
    </div>
  );

  function originOf(): string {
    if (!decision) return t("unanimous", { time: moment(span.createdAt) });
    const facts = {
      outcome: outcomeOf(span.outcome),
      who: decision.decidedBy,
      time: moment(decision.decidedAt),
    };
    const { ruleCited: rule } = decision;
    return rule ? t("byCiting", { ...facts, rule }) : t("by", facts);
  }
}
