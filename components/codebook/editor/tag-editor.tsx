import { useTranslations } from "next-intl";

import { Button } from "@/components/ui/button";
import { Field, Select } from "@/components/ui/field";
import type { TagDraft } from "@/lib/domain/codebook/codebook-draft";
import { snappings } from "@/lib/domain/text/snap-range";
import { LinesField, TextField } from "./text-fields";

type TagEditorProps = {
  tag: TagDraft;
  /** Whether the newest version has it: then it may be retired, not removed. */
  isPublished: boolean;
  onChange: (change: Partial<TagDraft>) => void;
  onRemove: () => void;
  onMove: (steps: number) => void;
};

/** One tag, folded until it is wanted. */
export function TagEditor({ tag, isPublished, onChange, onRemove, onMove }: TagEditorProps) {
  const t = useTranslations("codebook.editor");
  const name = tag.id || t("newTag");
  return (
    <details
      className="rounded-lg border border-line bg-surface p-3"
      open={tag.isNew ? true : undefined}
    >
      <summary className="leading-8 font-medium break-words">
        {name}
        {tag.isRetired && <span className="ml-2 font-normal text-muted">{t("isRetired")}</span>}
        <span className="ml-2 font-normal text-muted">{tag.definition}</span>
      </summary>
      <div className="mt-3 grid gap-4">
        {tag.isNew && (
          <TextField
            label={t("tagId")}
            hint={t("tagIdHint")}
            value={tag.id}
            autoFocus
            onChange={(id) => onChange({ id })}
          />
        )}
        <LinesField
          label={t("definition", { name })}
          value={tag.definition}
          onChange={(definition) => onChange({ definition })}
        />
        <div className="grid gap-4 md:grid-cols-2">
          <LinesField
            label={t("positive", { name })}
            hint={t("onePerLine")}
            value={tag.positive}
            onChange={(positive) => onChange({ positive })}
          />
          <LinesField
            label={t("negative", { name })}
            hint={t("onePerLine")}
            value={tag.negative}
            onChange={(negative) => onChange({ negative })}
          />
        </div>
        <div className="flex flex-wrap items-end gap-3">
          <div className="basis-56">
            <Field label={t("snapping", { name })}>
              {(control) => (
                <Select
                  {...control}
                  value={tag.snapping}
                  onChange={({ target }) => onChange({ snapping: target.value })}
                >
                  <option value="">{t("snappingDefault")}</option>
                  {snappings.map((one) => (
                    <option key={one} value={one}>
                      {t(`snappings.${one}`)}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
          </div>
          <Button aria-label={t("moveUp", { name })} onClick={() => onMove(-1)}>
            ↑
          </Button>
          <Button aria-label={t("moveDown", { name })} onClick={() => onMove(1)}>
            ↓
          </Button>
          {isPublished ? (
            <Button onClick={() => onChange({ isRetired: !tag.isRetired })}>
              {tag.isRetired ? t("unretire", { name }) : t("retire", { name })}
            </Button>
          ) : (
            <Button variant="danger" onClick={onRemove}>
              {t("remove", { name })}
            </Button>
          )}
        </div>
      </div>
    </details>
  );
}
