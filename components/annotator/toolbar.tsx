import { CircleHelp, Redo2, Undo2 } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";

import { Button } from "@/components/ui/button";

type ToolbarProps = {
  canUndo: boolean;
  canRedo: boolean;
  isReadOnly: boolean;
  onUndo: () => void;
  onRedo: () => void;
  onHelp: () => void;
  children: ReactNode;
};

/** Always in view: the way back, undo and redo, and how far the work is saved. */
export function Toolbar(props: ToolbarProps) {
  const { canUndo, canRedo, isReadOnly, onUndo, onRedo, onHelp, children } = props;
  return (
    <div className="sticky top-0 z-20 -mx-4 mb-6 flex flex-wrap items-center gap-2 border-b border-line bg-paper px-4 py-2 sm:-mx-6 sm:px-6">
      <Link href="/annotate" className="mr-2 text-sm text-accent underline underline-offset-4">
        Queue
      </Link>
      {!isReadOnly && (
        <>
          <Button size="sm" variant="quiet" disabled={!canUndo} onClick={onUndo}>
            <Undo2 className="size-4" aria-hidden="true" /> Undo
          </Button>
          <Button size="sm" variant="quiet" disabled={!canRedo} onClick={onRedo}>
            <Redo2 className="size-4" aria-hidden="true" /> Redo
          </Button>
        </>
      )}
      <Button size="sm" variant="quiet" onClick={onHelp}>
        <CircleHelp className="size-4" aria-hidden="true" /> Keys
      </Button>
      <div className="ml-auto">{children}</div>
    </div>
  );
}
