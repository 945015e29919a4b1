import { CircleHelp, Command as CommandIcon, Redo2, Search, Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";

import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/field";
import { StatusNote } from "@/components/ui/status-note";
import { type Snapping, snappings } from "@/lib/domain/text/snap-range";
import { Link } from "../ui/link";
import { FindBar } from "./find-bar";
import { SaveStatus } from "./save-status";
import type { Workspace } from "./use-workspace";

/** Always in view: the way back, undo and redo, how selecting works, and how far work is saved. */
export function WorkspaceToolbar({ workspace }: { workspace: Workspace }) {
  const { layer, isReadOnly, snapping } = workspace;
  const t = useTranslations("annotator.toolbar");
  const unitName = useTranslations("annotator.snapping");
  return (
    <div className="sticky top-0 z-20 -mx-4 mb-6 flex flex-wrap items-center gap-x-1 gap-y-2 border-b border-line bg-paper px-4 py-2 sm:-mx-6 sm:px-6">
      <Link href="/annotate" className="mr-2 text-sm text-accent underline underline-offset-4">
        {t("queue")}
      </Link>
      {!isReadOnly && (
        <>
          <Button size="sm" variant="quiet" disabled={!layer.canUndo} onClick={workspace.undo}>
            <Undo2 className="size-4" aria-hidden="true" />
            <span className="max-sm:sr-only">{t("undo")}</span>
          </Button>
          <Button size="sm" variant="quiet" disabled={!layer.canRedo} onClick={workspace.redo}>
            <Redo2 className="size-4" aria-hidden="true" />
            <span className="max-sm:sr-only">{t("redo")}</span>
          </Button>
          <label className="flex items-center gap-2 text-sm whitespace-nowrap text-muted">
            <span className="max-sm:sr-only">{t("snapTo")}</span>
            <Select
              className="min-h-8 w-auto! py-0 text-sm"
              value={snapping}
              onChange={({ target }) => workspace.setSnapping(target.value as Snapping)}
            >
              {snappings.map((one) => (
                <option key={one} value={one}>
                  {unitName(one)}
                </option>
              ))}
            </Select>
          </label>
        </>
      )}
      <Button size="sm" variant="quiet" onClick={() => workspace.openFind()}>
        <Search className="size-4" aria-hidden="true" />
        <span className="max-sm:sr-only">{t("find")}</span>
      </Button>
      <Button size="sm" variant="quiet" onClick={() => workspace.openDialog("palette")}>
        <CommandIcon className="size-4" aria-hidden="true" />
        <span className="max-sm:sr-only">{t("commands")}</span>
      </Button>
      <Button size="sm" variant="quiet" onClick={() => workspace.openDialog("keys")}>
        <CircleHelp className="size-4" aria-hidden="true" />
        <span className="max-sm:sr-only">{t("keys")}</span>
      </Button>
      <div className="ml-auto">
        <SaveStatus state={layer.outbox.state} />
      </div>
      {workspace.isFindOpen && <FindBar workspace={workspace} />}
      {workspace.problem && !workspace.picking && (
        <div className="basis-full">
          <StatusNote tone="danger">{workspace.problem}</StatusNote>
        </div>
      )}
    </div>
  );
}
