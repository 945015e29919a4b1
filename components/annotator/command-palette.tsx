"use client";

import { Autocomplete } from "@base-ui/react/autocomplete";

import { useTranslations } from "next-intl";

import { Dialog } from "@/components/ui/dialog";
import { type Command, commands, keyWords } from "./commands";
import type { Workspace } from "./use-workspace";

const runnable = commands.filter(({ run }) => run !== null);

/** Every command by name, for whoever doesn't remember its key. */
export function CommandPalette({ workspace }: { workspace: Workspace }) {
  const t = useTranslations("annotator");
  const keyName = useTranslations("annotator.keyNames");
  const close = () => workspace.openDialog(null);

  function run(command: Command) {
    workspace.runFromPalette(() => command.run?.(workspace));
  }

  return (
    <Dialog
      open={workspace.dialog === "palette"}
      onOpenChange={(open) => !open && close()}
      title={t("palette.title")}
    >
      <Autocomplete.Root
        items={runnable}
        itemToStringValue={({ title }) => t(`commands.${title}`)}
        open
        inline
        autoHighlight
      >
        <Autocomplete.Input
          aria-label={t("palette.search")}
          placeholder={t("palette.search")}
          className="min-h-10 w-full rounded-md border border-line-strong bg-surface px-3 text-ink"
        />
        <Autocomplete.Empty className="text-sm text-muted not-empty:mt-3">
          {t("palette.none")}
        </Autocomplete.Empty>
        <Autocomplete.List
          aria-label={t("palette.title")}
          className="mt-3 max-h-80 overflow-y-auto"
        >
          {(command: Command) => (
            <Autocomplete.Item
              key={command.keys}
              value={command}
              onClick={() => run(command)}
              className="flex min-h-9 items-center gap-4 rounded-md px-2 text-sm data-[highlighted]:bg-sunken"
            >
              <span className="flex-1">{t(`commands.${command.title}`)}</span>
              <kbd className="font-sans text-xs text-muted">{keyWords(command.keys, keyName)}</kbd>
            </Autocomplete.Item>
          )}
        </Autocomplete.List>
      </Autocomplete.Root>
    </Dialog>
  );
}
