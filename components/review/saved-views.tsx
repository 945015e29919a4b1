"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { v7 as uuidv7 } from "uuid";

import { ProblemNote } from "@/components/layout/problem-note";
import { Button } from "@/components/ui/button";
import { Checkbox, Field, Input } from "@/components/ui/field";
import { apiRequest } from "@/lib/client/api-client";
import { useAction } from "@/lib/client/use-action";
import type { InboxView } from "@/lib/contracts/review";
import type { SavedView, SavedViewBody } from "@/lib/contracts/saved-views";
import { Link } from "../ui/link";
import { viewAddress } from "./view-address";

type SavedViewsProps = { projectId: string; views: readonly SavedView[]; view: InboxView };
type List = { items: SavedView[] };

/** One's own named views of the inbox and shared ones; the one that is shown can be saved. */
export function SavedViews({ projectId, views: first, view }: SavedViewsProps) {
  const t = useTranslations("review.views");
  const path = `/api/v1/projects/${projectId}/review/views`;
  const [views, setViews] = useState(first);
  const [draft, setDraft] = useState<{ id: string; name: string; isShared: boolean } | null>(null);
  const { run, isPending, problem } = useAction();
  const here = viewAddress(view);

  function save() {
    if (!draft) return;
    const body: SavedViewBody = { ...draft, query: view };
    void run(async () => {
      setViews((await apiRequest<List>(path, { method: "POST", body })).items);
      setDraft(null);
    });
  }

  function remove({ id }: SavedView) {
    void run(async () => {
      setViews((await apiRequest<List>(`${path}/${id}`, { method: "DELETE" })).items);
    });
  }

  return (
    <section aria-label={t("label")} className="mb-4 grid gap-2 text-sm">
      <div className="flex flex-wrap items-center gap-2">
        <ul className="contents">
          {views.map((one) => (
            <li
              key={one.id}
              className="flex items-center rounded-full border border-line-strong bg-surface"
            >
              <Link
                href={viewAddress(one.query)}
                aria-current={viewAddress(one.query) === here ? "page" : undefined}
                className="flex min-h-8 items-center rounded-full px-3 hover:bg-sunken aria-[current]:bg-accent-soft aria-[current]:font-medium"
              >
                <bdi>{labelOf(one)}</bdi>
              </Link>
              {one.isMine && (
                <button
                  type="button"
                  aria-label={t("remove", { name: one.name })}
                  disabled={isPending}
                  onClick={() => remove(one)}
                  className="grid size-8 place-items-center rounded-full text-muted hover:bg-sunken"
                >
                  <X aria-hidden="true" className="size-4" />
                </button>
              )}
            </li>
          ))}
        </ul>
        {!draft && (
          <Button
            size="sm"
            variant="quiet"
            onClick={() => setDraft({ id: uuidv7(), name: "", isShared: false })}
          >
            {t("save")}
          </Button>
        )}
      </div>
      {draft && (
        <form
          className="flex flex-wrap items-end gap-3 rounded-lg bg-sunken p-3"
          onSubmit={(event) => {
            event.preventDefault();
            save();
          }}
        >
          <Field label={t("name")}>
            {(control) => (
              <Input
                {...control}
                autoFocus
                required
                maxLength={80}
                value={draft.name}
                onChange={({ target }) => setDraft({ ...draft, name: target.value })}
              />
            )}
          </Field>
          <Checkbox
            label={t("share")}
            checked={draft.isShared}
            onChange={({ target }) => setDraft({ ...draft, isShared: target.checked })}
          />
          <Button type="submit" variant="primary" disabled={isPending || draft.name.trim() === ""}>
            {t("keep")}
          </Button>
          <Button onClick={() => setDraft(null)}>{t("cancel")}</Button>
        </form>
      )}
      <ProblemNote problem={problem} />
    </section>
  );

  function labelOf({ name, isShared, isMine, owner }: SavedView): string {
    if (!isShared) return name;
    return isMine ? t("sharedMine", { name }) : t("shared", { name, owner });
  }
}
