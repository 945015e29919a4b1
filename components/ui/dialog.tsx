"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import { type ReactNode, useRef } from "react";

type DialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  description?: string;
  children?: ReactNode;
  footer?: ReactNode;
  /** To be read from the top: the focus isn't led to a button, which may stand below all. */
  isForReading?: boolean;
};

/** A modal question: keeps focus inside, closes on Escape, gives focus back. */
export function Dialog(props: DialogProps) {
  const { open, onOpenChange, title, description, children, footer, isForReading } = props;
  const content = useRef<HTMLDivElement>(null);
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-black/50" />
        <Base.Popup
          {...(isForReading ? { initialFocus: content } : {})}
          className="fixed top-1/2 left-1/2 z-50 max-h-[90dvh] w-[min(32rem,calc(100vw-2rem))] -translate-x-1/2 -translate-y-1/2 overflow-y-auto rounded-xl border border-line bg-surface p-6 text-ink shadow-xl"
        >
          <Base.Title className="text-lg font-semibold">{title}</Base.Title>
          {description && (
            <Base.Description className="mt-2 text-sm text-muted">{description}</Base.Description>
          )}
          {children && (
            <div
              ref={content}
              tabIndex={isForReading ? -1 : undefined}
              className="mt-4 outline-none"
            >
              {children}
            </div>
          )}
          {footer && <div className="mt-6 flex flex-wrap justify-end gap-2">{footer}</div>}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
