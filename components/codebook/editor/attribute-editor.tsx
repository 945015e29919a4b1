import { useTranslations } from "next-intl";

import { Button } from "@/components/ui/button";
import { Checkbox, Field, Select } from "@/components/ui/field";
import type { AttributeDraft } from "@/lib/domain/codebook/codebook-draft";
import { removeAt, replaceAt } from "./replace-at";
import { LinesField, TextField } from "./text-fields";

const kinds = ["enum", "ordinal", "text", "entity"] as const;

type AttributeEditorProps = {
  title: string;
  attributes: readonly AttributeDraft[];
  onChange: (attributes: AttributeDraft[]) => void;
};

/** The attributes of a family, or those of all. */
export function AttributeEditor({ title, attributes, onChange }: AttributeEditorProps) {
  const t = useTranslations("codebook.editor");
  const kindName = useTranslations("codebook.kinds");
  const empty: AttributeDraft = { id: "", kind: "enum", values: "", isRequired: false };
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-2 font-semibold">{title}</legend>
      {attributes.map((attribute, at) => {
        const name = attribute.id || t("newAttribute");
        const set = (change: Partial<AttributeDraft>) =>
          onChange(replaceAt(attributes, at, change));
        const hasValues = attribute.kind === "enum" || attribute.kind === "ordinal";
        return (
          <div
            key={at}
            className="grid gap-3 rounded-lg border border-line bg-surface p-3 md:grid-cols-[12rem_12rem_minmax(0,1fr)]"
          >
            <TextField
              label={t("attributeId", { at: at + 1 })}
              value={attribute.id}
              onChange={(id) => set({ id })}
            />
            <Field label={t("kindOf", { name })}>
              {(control) => (
                <Select
                  {...control}
                  value={attribute.kind}
                  onChange={({ target }) =>
                    set({ kind: kinds.find((kind) => kind === target.value) ?? "text" })
                  }
                >
                  {kinds.map((kind) => (
                    <option key={kind} value={kind}>
                      {kindName(kind)}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
            {hasValues ? (
              <LinesField
                label={t("valuesOf", { name })}
                hint={t("onePerLine")}
                value={attribute.values}
                onChange={(values) => set({ values })}
              />
            ) : (
              <span />
            )}
            <div className="flex flex-wrap items-center gap-4 md:col-span-3">
              <Checkbox
                label={t("isNeeded", { name })}
                checked={attribute.isRequired}
                onChange={({ target }) => set({ isRequired: target.checked })}
              />
              <Button size="sm" variant="danger" onClick={() => onChange(removeAt(attributes, at))}>
                {t("remove", { name })}
              </Button>
            </div>
          </div>
        );
      })}
      <Button className="justify-self-start" onClick={() => onChange([...attributes, empty])}>
        {t("addAttribute")}
      </Button>
    </fieldset>
  );
}
