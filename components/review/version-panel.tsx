import type { DisagreementDetail } from "@/lib/contracts/review";
import type { Codebook } from "@/lib/domain/codebook/codebook";
import { contextAround } from "@/lib/domain/review/context-around";
import { assignLanes } from "@/lib/domain/spans/assign-lanes";
import { segmentText } from "@/lib/domain/spans/segment-text";
import { CodePointIndex } from "@/lib/domain/text/code-points";
import { markStyle } from "../annotator/mark-style";
import { readable, stylesByTag } from "../codebook/tag-style";
import { differingAttributes } from "./differing-attributes";

type VersionPanelProps = {
  annotator: string;
  members: DisagreementDetail["members"];
  disagreement: DisagreementDetail;
  codebook: Codebook;
};

/** What one annotator marked, in the paragraphs around it. */
export function VersionPanel(props: VersionPanelProps) {
  const { annotator, members, disagreement, codebook } = props;
  const index = new CodePointIndex(disagreement.segmentText);
  const context = contextAround(index, disagreement);
  const styles = stylesByTag(codebook);
  const differing = differingAttributes(disagreement.members);
  const spans = members.map((member) => ({ ...member, id: member.spanId }));
  const lanes = assignLanes(spans);
  const shifted = spans.map((span) => ({
    ...span,
    start: span.start - context.start,
    end: span.end - context.start,
  }));
  const pieces = segmentText(context.end - context.start, shifted);

  return (
    <section
      aria-label={`Version of ${annotator}`}
      className="rounded-xl border border-line bg-surface p-5"
    >
      <h2 className="font-semibold">{annotator}</h2>
      <p
        dir="auto"
        className="mt-2 font-serif text-lg leading-[1.9] break-words whitespace-pre-wrap"
      >
        {pieces.map(({ start, end, spans: covering }) => {
          const text = index.slice(start + context.start, end + context.start);
          return covering.length === 0 ? (
            <span key={start}>{text}</span>
          ) : (
            <mark
              key={start}
              className="bg-transparent text-inherit"
              style={markStyle(
                covering.map((span) => ({
                  lane: lanes.get(span.id) ?? 0,
                  style: styles.get(span.tagId) ?? null,
                })),
              )}
            >
              {text}
            </mark>
          );
        })}
      </p>
      {members.length === 0 ? (
        <p className="mt-3 text-sm text-muted">Marked nothing here.</p>
      ) : (
        <ul className="mt-3 grid gap-3 text-sm">
          {members.map((member) => (
            <li key={member.spanId}>
              <p>
                <strong className={styles.get(member.tagId)?.text}>{readable(member.tagId)}</strong>{" "}
                <span className="font-serif">
                  “<bdi>{member.quote}</bdi>”
                </span>
              </p>
              <dl className="mt-1 flex flex-wrap gap-x-4 text-muted">
                {Object.entries(member.attributes).map(([id, value]) => (
                  <div key={id} className="flex gap-1">
                    <dt>{readable(id)}:</dt>
                    <dd className={differing.has(id) ? "font-medium text-ink" : ""}>
                      {value}
                      {differing.has(id) && " (differs)"}
                    </dd>
                  </div>
                ))}
              </dl>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
