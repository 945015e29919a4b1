import { useTranslations } from "next-intl";

import { Button } from "@/components/ui/button";
import { Field, Select } from "@/components/ui/field";
import type { GoldInput } from "@/lib/contracts/review";
import { attributesOf, type Codebook, familyOf } from "@/lib/domain/codebook/codebook";
import { moveEdge } from "@/lib/domain/spans/move-edge";
import type { AttributeValue } from "@/lib/domain/spans/span";
import type { CodePointIndex } from "@/lib/domain/text/code-points";
import { AttributeField } from "../annotator/attribute-field";
import { readable } from "../codebook/tag-style";
import { retagged } from "./use-own-version";

type EditedSpanProps = {
  span: GoldInput;
  name: string;
  index: CodePointIndex;
  codebook: Codebook;
  onChange: (span: GoldInput) => void;
  onRemove?: () => void;
};

const moves = [
  { edge: "start", direction: "earlier", text: "startEarlier" },
  { edge: "start", direction: "later", text: "startLater" },
  { edge: "end", direction: "earlier", text: "endEarlier" },
  { edge: "end", direction: "later", text: "endLater" },
] as const;

/** One span of the reviewer's version: edges moved by words, tag, attributes. */
export function EditedSpan({ span, name, index, codebook, onChange, onRemove }: EditedSpanProps) {
  const t = useTranslations("review.edit");
  const definitions = attributesOf(codebook, familyOf(codebook, span.tagId) ?? "");

  function move({ edge, direction }: (typeof moves)[number]) {
    const moved = moveEdge(index, span, edge, direction);
    if (moved) onChange({ ...span, ...moved });
  }

  function setAttribute(id: string, value: AttributeValue | null) {
    const others = Object.entries(span.attributes).filter(([other]) => other !== id);
    const attributes = Object.fromEntries(value === null ? others : [...others, [id, value]]);
    onChange({ ...span, attributes });
  }

  return (
    <fieldset className="grid gap-3">
      <legend className="mb-2 text-sm font-medium">{name}</legend>
      <blockquote aria-live="polite" className="font-serif">
        “<bdi>{span.quote}</bdi>”
      </blockquote>
      <div className="flex flex-wrap gap-2">
        {moves.map((one) => (
          <Button key={one.text} size="sm" onClick={() => move(one)}>
            {t(one.text)}
          </Button>
        ))}
        {onRemove && (
          <Button size="sm" variant="danger" onClick={onRemove}>
            {t("leaveOut")}
          </Button>
        )}
      </div>
      <div className="max-w-xs">
        <Field label={t("tag")}>
          {(control) => (
            <Select
              {...control}
              value={span.tagId}
              onChange={({ target }) => onChange(retagged(codebook, span, target.value))}
            >
              {codebook.families.map((family) => (
                <optgroup key={family.id} label={family.id}>
                  {family.tags
                    .filter(({ id, isRetired }) => !isRetired || id === span.tagId)
                    .map(({ id }) => (
                      <option key={id} value={id}>
                        {readable(id)}
                      </option>
                    ))}
                </optgroup>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <details>
        <summary className="text-sm font-medium">{t("attributes")}</summary>
        <div className="mt-3 grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
          {definitions.map((definition) => (
            <AttributeField
              key={`${definition.id} ${span.attributes[definition.id] ?? ""}`}
              definition={definition}
              value={span.attributes[definition.id] ?? null}
              isReadOnly={false}
              onChange={(value) => setAttribute(definition.id, value)}
            />
          ))}
        </div>
      </details>
    </fieldset>
  );
}
