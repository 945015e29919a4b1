import { useTranslations } from "next-intl";

import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { commands, keyWords } from "./commands";

type ShortcutsDialogProps = { isOpen: boolean; onClose: () => void };
const groups = [...new Set(commands.map(({ group }) => group))];

/** Every key, from the table that the screen itself obeys. */
export function ShortcutsDialog({ isOpen, onClose }: ShortcutsDialogProps) {
  const t = useTranslations("annotator");
  const keyName = useTranslations("annotator.keyNames");
  return (
    <Dialog
      open={isOpen}
      onOpenChange={(open) => !open && onClose()}
      title={t("keysDialog.title")}
      isForReading
      footer={<Button onClick={onClose}>{t("keysDialog.close")}</Button>}
    >
      {groups.map((group) => (
        <section key={group} aria-label={t(`commandGroups.${group}`)} className="mb-4">
          <h3 className="mb-1 text-sm font-semibold">{t(`commandGroups.${group}`)}</h3>
          <dl className="grid grid-cols-[9rem_1fr] gap-x-4 gap-y-1 text-sm">
            {commands
              .filter((command) => command.group === group)
              .map(({ keys, title }) => (
                <div key={keys} className="contents">
                  <dt className="font-medium">{keyWords(keys, keyName)}</dt>
                  <dd className="text-muted">{t(`commands.${title}`)}</dd>
                </div>
              ))}
          </dl>
        </section>
      ))}
      <p className="text-sm text-muted">{t("keysDialog.note")}</p>
    </Dialog>
  );
}
