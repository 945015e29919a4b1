import { Dialog } from "@/components/ui/dialog";

const shortcuts = [
  ["Arrow keys", "move the caret through the text (Ctrl or Alt: by word)"],
  ["Shift + arrow keys", "select"],
  ["Enter", "tag the selection, or the word at the caret"],
  ["1–9, q w e …", "choose a tag in the picker"],
  ["n / p", "next / previous span"],
  ["t", "change the selected span's tag"],
  ["Delete", "remove the selected span"],
  ["Ctrl + Z", "undo"],
  ["Ctrl + Shift + Z", "redo"],
  ["Escape", "close the picker, or let go of the span"],
  ["?", "this list"],
] as const;

type ShortcutsDialogProps = { isOpen: boolean; onClose: () => void };

export function ShortcutsDialog({ isOpen, onClose }: ShortcutsDialogProps) {
  return (
    <Dialog open={isOpen} onOpenChange={(open) => !open && onClose()} title="Keys">
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-2 text-sm">
        {shortcuts.map(([keys, meaning]) => (
          <div key={keys} className="contents">
            <dt className="font-medium">{keys}</dt>
            <dd className="text-muted">{meaning}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
