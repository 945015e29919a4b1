import { useTranslations } from "next-intl";

import type { NewOperation } from "@/lib/domain/annotation/compose-edits";
import { Button } from "@/components/ui/button";
import { attributesOf, type Codebook, familyOf } from "@/lib/domain/codebook/codebook";
import type { Attributes, Span } from "@/lib/domain/spans/span";
import { AttributeField } from "./attribute-field";
import { linkKindOf } from "@/lib/domain/spans/links";
import { partIds } from "./focus-part";
import { LinkEditor } from "./link-editor";
import { type FamilyStyle, readable } from "@/components/codebook/tag-style";

type SpanEditorProps = {
  span: Span;
  /** All of the layer, whose entities are offered again. */
  spans: readonly Span[];
  codebook: Codebook;
  style: FamilyStyle | undefined;
  isReadOnly: boolean;
  onChange: (operation: NewOperation) => void;
  onMoveEdge: (edge: "start" | "end", direction: "earlier" | "later") => void;
  onRemove: () => void;
  onRetag: () => void;
  onSelect: (id: string) => void;
  /** Leads back to the span in the text, where that stands far above. */
  onBack: () => void;
};

/** One span: its tag, its edges, its attributes. */
export function SpanEditor(props: SpanEditorProps) {
  const { span, spans, codebook, style, isReadOnly, onChange, onMoveEdge, onSelect } = props;
  const t = useTranslations("annotator.editor");
  const onSpan = { spanId: span.id, baseRevision: span.revision };
  const definitions = attributesOf(codebook, familyOf(codebook, span.tagId) ?? "");

  function setAttribute(id: string, value: string | number | null) {
    const kept = definitions.flatMap((one) => {
      const now = one.id === id ? value : (span.attributes[one.id] ?? null);
      return now === null || now === "" ? [] : [[one.id, now] as const];
    });
    const links = Object.entries(span.attributes).filter(([one]) => linkKindOf(one) !== null);
    const attributes: Attributes = Object.fromEntries([...kept, ...links]);
    onChange({ ...onSpan, kind: "annotate", attributes });
  }

  return (
    <section id={partIds.editor} aria-label={t("label")} className="border-b border-line p-4">
      <div className="flex items-center gap-2">
        <h2 className={`font-semibold ${style?.text ?? ""}`}>{readable(span.tagId)}</h2>
        <Button size="sm" className="ml-auto lg:hidden" onClick={props.onBack}>
          {t("backToText")}
        </Button>
        {!isReadOnly && (
          <Button size="sm" className="lg:ml-auto" onClick={props.onRetag}>
            {t("changeTag")}
          </Button>
        )}
      </div>
      <blockquote className="mt-2 max-h-32 overflow-y-auto border-l-2 border-line-strong pl-3 font-serif text-sm">
        <bdi>{span.quote}</bdi>
      </blockquote>
      {!isReadOnly && (
        <div className="mt-3 grid grid-cols-2 gap-1.5 text-sm">
          <Button size="sm" onClick={() => onMoveEdge("start", "earlier")}>
            {t("startEarlier")}
          </Button>
          <Button size="sm" onClick={() => onMoveEdge("start", "later")}>
            {t("startLater")}
          </Button>
          <Button size="sm" onClick={() => onMoveEdge("end", "earlier")}>
            {t("endEarlier")}
          </Button>
          <Button size="sm" onClick={() => onMoveEdge("end", "later")}>
            {t("endLater")}
          </Button>
        </div>
      )}
      <div className="mt-4 grid gap-3">
        {definitions.map((definition) => (
          <AttributeField
            key={`${span.id} ${definition.id}`}
            definition={definition}
            value={span.attributes[definition.id] ?? null}
            isReadOnly={isReadOnly}
            known={spans.flatMap(({ attributes }) => attributes[definition.id] ?? [])}
            onChange={(value) => setAttribute(definition.id, value)}
          />
        ))}
      </div>
      <LinkEditor key={span.id} {...{ span, spans, codebook, isReadOnly, onChange, onSelect }} />
      {!isReadOnly && (
        <Button variant="danger" size="sm" className="mt-4" onClick={props.onRemove}>
          {t("remove")}
        </Button>
      )}
    </section>
  );
}
