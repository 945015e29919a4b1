import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { commands, keyWords } from "./commands";

type ShortcutsDialogProps = { isOpen: boolean; onClose: () => void };
const groups = [...new Set(commands.map(({ group }) => group))];

/** Every key, from the table that the screen itself obeys. */
export function ShortcutsDialog({ isOpen, onClose }: ShortcutsDialogProps) {
  return (
    <Dialog
      open={isOpen}
      onOpenChange={(open) => !open && onClose()}
      title="Keys"
      footer={<Button onClick={onClose}>Close</Button>}
    >
      {groups.map((group) => (
        <section key={group} aria-label={group} className="mb-4">
          <h3 className="mb-1 text-sm font-semibold">{group}</h3>
          <dl className="grid grid-cols-[9rem_1fr] gap-x-4 gap-y-1 text-sm">
            {commands
              .filter((command) => command.group === group)
              .map(({ keys, title }) => (
                <div key={keys} className="contents">
                  <dt className="font-medium">{keyWords(keys)}</dt>
                  <dd className="text-muted">{title}</dd>
                </div>
              ))}
          </dl>
        </section>
      ))}
      <p className="text-sm text-muted">
        In the picker each tag has its own key, shown beside it. In the text, Tab leads out.
      </p>
    </Dialog>
  );
}
