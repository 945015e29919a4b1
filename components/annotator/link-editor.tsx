import { useTranslations } from "next-intl";
import { useState } from "react";

import { readable } from "@/components/codebook/tag-style";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import type { NewOperation } from "@/lib/domain/annotation/compose-edits";
import type { Codebook } from "@/lib/domain/codebook/codebook";
import { linkAttributes, linksOf, type SpanLink, withoutLinks } from "@/lib/domain/spans/links";
import type { Span } from "@/lib/domain/spans/span";
import { LinkPicker } from "./link-picker";

type LinkEditorProps = {
  span: Span;
  spans: readonly Span[];
  codebook: Codebook;
  isReadOnly: boolean;
  onChange: (operation: NewOperation) => void;
  onSelect: (id: string) => void;
};

/** Where the span leads and what leads to it: who relayed it, which claim it attributes. */
export function LinkEditor(props: LinkEditorProps) {
  const { span, spans, codebook, isReadOnly, onChange, onSelect } = props;
  const t = useTranslations("annotator.links");
  const others = spans.filter(({ id }) => id !== span.id);
  const outgoing = linksOf(span.attributes);
  const incoming = others.flatMap((one) =>
    linksOf(one.attributes)
      .filter(({ toSpanId }) => toSpanId === span.id)
      .map(({ kind }) => ({ kind, from: one })),
  );
  const [isOpen, setIsOpen] = useState(outgoing.length + incoming.length > 0);
  if (codebook.linkTypes.length === 0) return null;

  /** Puts a link in the place of another, or of none. */
  function link(kind: string, before: string | null, toSpanId: string | null) {
    const isBefore = (one: SpanLink) => one.kind === kind && one.toSpanId === before;
    const made = toSpanId === null ? [] : [{ kind, toSpanId }];
    const links =
      before === null
        ? [...outgoing, ...made]
        : outgoing.flatMap((one) => (isBefore(one) ? made : [one]));
    const attributes = { ...withoutLinks(span.attributes), ...linkAttributes(links) };
    onChange({ kind: "annotate", spanId: span.id, baseRevision: span.revision, attributes });
  }

  return (
    <details
      className="mt-4"
      open={isOpen}
      onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}
    >
      <summary className="text-sm font-medium">{t("title")}</summary>
      <div className="mt-2 grid gap-3">
        {codebook.linkTypes.flatMap((kind) => {
          const linked = outgoing.flatMap(({ kind: own, toSpanId }) =>
            own === kind && others.some(({ id }) => id === toSpanId) ? [toSpanId] : [],
          );
          // One more than there are, to add another.
          return (isReadOnly ? linked : [...linked, null]).map((value, at) => (
            <Field
              key={`${kind} ${at}`}
              label={
                at === 0 ? readable(kind) : t("another", { kind: readable(kind), number: at + 1 })
              }
            >
              {(control) => (
                <LinkPicker
                  id={control.id}
                  value={value}
                  onChange={(toSpanId) => link(kind, value, toSpanId)}
                  others={others.filter(({ id }) => id === value || !linked.includes(id))}
                  {...{ span, isReadOnly }}
                />
              )}
            </Field>
          ));
        })}
        {incoming.length > 0 && (
          <ul aria-label={t("incoming")} className="grid gap-1 text-sm">
            {incoming.map(({ kind, from }) => (
              <li key={`${kind} ${from.id}`}>
                <Button size="sm" variant="quiet" onClick={() => onSelect(from.id)}>
                  {t("from", { kind: readable(kind), quote: from.quote.slice(0, 40) })}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </div>
    </details>
  );
}
