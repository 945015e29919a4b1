import { useTranslations } from "next-intl";

import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/field";
import type { FamilyDraft, TagDraft } from "@/lib/domain/codebook/codebook-draft";
import { familyStyle } from "../tag-style";
import { AttributeEditor } from "./attribute-editor";
import { moveBy, removeAt, replaceAt } from "./replace-at";
import { TagEditor } from "./tag-editor";
import { LinesField, TextField } from "./text-fields";

const emptyTag: TagDraft = {
  ...{ id: "", definition: "", positive: "", negative: "", snapping: "", isRetired: false },
  isNew: true,
};

type FamilyEditorProps = {
  family: FamilyDraft;
  at: number;
  publishedTags: ReadonlySet<string>;
  isPublished: boolean;
  onChange: (change: Partial<FamilyDraft>) => void;
  onRemove: () => void;
};

export function FamilyEditor(props: FamilyEditorProps) {
  const { family, at, publishedTags, isPublished, onChange, onRemove } = props;
  const t = useTranslations("codebook.editor");
  const name = family.id || t("newFamily");
  return (
    <section aria-label={name} className="grid gap-4 rounded-xl border border-line bg-sunken p-4">
      <h2 className={`text-xl font-semibold ${familyStyle(at).text}`}>{name}</h2>
      {family.isNew && (
        <TextField
          label={t("familyId")}
          hint={t("tagIdHint")}
          value={family.id}
          autoFocus
          onChange={(id) => onChange({ id })}
        />
      )}
      <div className="grid gap-4 md:grid-cols-2">
        <TextField
          label={t("familyQuestion", { name })}
          value={family.question}
          onChange={(question) => onChange({ question })}
        />
        <TextField
          label={t("anchor", { name })}
          value={family.anchor}
          onChange={(anchor) => onChange({ anchor })}
        />
      </div>
      <Checkbox
        label={t("isCompared", { name })}
        checked={family.isCompared}
        onChange={({ target }) => onChange({ isCompared: target.checked })}
      />
      <div className="grid gap-2">
        <h3 className="font-semibold">{t("tags")}</h3>
        {family.tags.map((tag, place) => (
          <TagEditor
            key={place}
            tag={tag}
            isPublished={!tag.isNew && publishedTags.has(tag.id)}
            onChange={(change) => onChange({ tags: replaceAt(family.tags, place, change) })}
            onRemove={() => onChange({ tags: removeAt(family.tags, place) })}
            onMove={(steps) => onChange({ tags: moveBy(family.tags, place, steps) })}
          />
        ))}
        <Button
          className="justify-self-start"
          onClick={() => onChange({ tags: [...family.tags, emptyTag] })}
        >
          {t("addTagTo", { name })}
        </Button>
      </div>
      <LinesField
        label={t("decisionOrder", { name })}
        hint={t("decisionOrderHint")}
        rows={4}
        value={family.decisionOrder}
        onChange={(decisionOrder) => onChange({ decisionOrder })}
      />
      <AttributeEditor
        title={t("attributesOf", { name })}
        attributes={family.attributes}
        onChange={(attributes) => onChange({ attributes })}
      />
      {!isPublished && (
        <Button variant="danger" className="justify-self-start" onClick={onRemove}>
          {t("remove", { name })}
        </Button>
      )}
    </section>
  );
}
