"use client";

import { useTranslations } from "next-intl";
import { useDeferredValue } from "react";

import { readable } from "@/components/codebook/tag-style";
import { Select } from "@/components/ui/field";
import { Minimap } from "./minimap";
import { removeSelected, resizeSelected } from "./span-commands";
import { SpanEditor } from "./span-editor";
import { SpanList } from "./span-list";
import type { Workspace } from "./use-workspace";

/** The selected span in full, and the list of all, narrowed to a family or a tag. */
export function SpansPanel({ workspace }: { workspace: Workspace }) {
  const { assignment, layer, selected, styles, isReadOnly } = workspace;
  const t = useTranslations("annotator.panel");
  // The text and the editor come first; list and map follow in the next frame.
  const spans = useDeferredValue(layer.spans);
  const shown = useDeferredValue(workspace.shownSpans);
  const selectedId = useDeferredValue(workspace.selectedId);
  const { codebook } = assignment;

  return (
    <>
      {selected && (
        // List and map stay in view beside what may be a long form.
        <div className="lg:max-h-[55dvh] lg:shrink-0 lg:overflow-y-auto lg:border-b lg:border-line-strong">
          <SpanEditor
            span={selected}
            spans={layer.spans}
            codebook={codebook}
            style={styles.get(selected.tagId)}
            isReadOnly={isReadOnly}
            onChange={(change) => workspace.perform(change, "changed")}
            onMoveEdge={(edge, direction) => resizeSelected(edge, direction)(workspace)}
            onRemove={() => removeSelected(workspace)}
            onRetag={workspace.startRetagging}
            onSelect={workspace.select}
            onBack={() => workspace.select(selected.id)}
          />
        </div>
      )}
      <div className="px-4 pt-3 lg:shrink-0">
        <Minimap
          spans={shown}
          length={layer.context.texts.body.length}
          onSelect={workspace.select}
          {...{ styles, selectedId }}
        />
        {spans.length > 0 && (
          <label className="mb-2 flex items-center gap-2 text-sm text-muted">
            {t("show")}
            <Select
              className="min-h-8 w-auto! py-0 text-sm"
              value={workspace.filter}
              onChange={({ target }) => workspace.setFilter(target.value)}
            >
              <option value="">{t("allTags")}</option>
              {codebook.families.map((family) => (
                <optgroup key={family.id} label={family.id}>
                  <option value={family.id}>{t("allOfFamily", { family: family.id })}</option>
                  {family.tags.map(({ id }) => (
                    <option key={id} value={id}>
                      {readable(id)}
                    </option>
                  ))}
                </optgroup>
              ))}
            </Select>
          </label>
        )}
      </div>
      <SpanList spans={shown} onSelect={workspace.select} {...{ codebook, selectedId, styles }} />
    </>
  );
}
