"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useMemo } from "react";

import { readable } from "@/components/codebook/tag-style";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/field";
import { Dialog } from "@/components/ui/dialog";
import { overlaps, type SegmentName, type Span } from "@/lib/domain/spans/span";
import { findPhrase, isPartOfWord } from "@/lib/domain/text/find-phrase";
import { newSpan } from "./span-dom";
import type { Workspace } from "./use-workspace";

const contextLength = 40;

/** The same phrase elsewhere; each place is confirmed before it gets the tag. */
export function OccurrencesDialog({ workspace }: { workspace: Workspace }) {
  const { selected, dialog } = workspace;
  if (dialog !== "occurrences" || !selected) return null;
  return <Occurrences workspace={workspace} span={selected} />;
}

function Occurrences({ workspace, span }: { workspace: Workspace; span: Span }) {
  const { perform, openDialog } = workspace;
  const t = useTranslations("annotator.occurrences");
  const places = useMemo(() => placesOf(workspace, span), [workspace, span]);
  const close = () => openDialog(null);

  function tag(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const chosen = new Set(new FormData(event.currentTarget).getAll("place"));
    const changes = places
      .filter(({ key }) => chosen.has(key))
      .map(({ draft }) => ({
        kind: "add" as const,
        baseRevision: 0 as const,
        span: { ...newSpan(draft, span.tagId), attributes: span.attributes },
      }));
    if (perform(changes, "taggedMore", { count: changes.length })) close();
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && close()}
      title={t("title", { quote: span.quote })}
      description={t("note", { tag: readable(span.tagId) })}
    >
      {places.length === 0 ? (
        <p className="text-sm">{t("none")}</p>
      ) : (
        <form onSubmit={tag} className="grid gap-3">
          {places.map(({ key, draft, before, after }) => (
            <Checkbox
              key={key}
              name="place"
              value={key}
              label={
                <bdi className="font-serif">
                  {before}
                  <strong>{draft.quote}</strong>
                  {after}
                </bdi>
              }
            />
          ))}
          <div className="flex justify-end">
            <Button type="submit" variant="primary">
              {t("submit")}
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  );
}

function placesOf({ layer }: Workspace, span: Span) {
  const home = layer.context.texts[span.segment];
  const own = { start: home.toUtf16(span.start), end: home.toUtf16(span.end) };
  // Who marked a part of a word means parts of words.
  const isWhole = !isPartOfWord(home.text, own);
  return (["title", "body"] as const).flatMap((segment: SegmentName) => {
    const index = layer.context.texts[segment];
    return findPhrase(index.text, span.quote, { isWhole }).flatMap((range) => {
      const draft = {
        segment,
        start: index.toCodePoint(range.start),
        end: index.toCodePoint(range.end),
        quote: index.text.slice(range.start, range.end),
      };
      const isTagged = layer.spans.some(
        (one) => one.segment === segment && one.tagId === span.tagId && overlaps(one, draft),
      );
      if (isTagged) return [];
      const before = index.slice(Math.max(0, draft.start - contextLength), draft.start);
      const after = index.slice(draft.end, Math.min(index.length, draft.end + contextLength));
      const key = `${segment} ${draft.start}`;
      return [{ key, draft, before: endOf(before), after: startOf(after) }];
    });
  });
}

/** From a whole word on, where it was cut out of more. */
function endOf(before: string): string {
  return [...before].length < contextLength ? before : before.replace(/^\S*\s+/, "… ");
}

function startOf(after: string): string {
  return [...after].length < contextLength ? after : after.replace(/\s+\S*$/, " …");
}
