"use client";

import { useTranslations } from "next-intl";
import { type DragEvent, useId, useState } from "react";

import { Input } from "@/components/ui/field";
import { chosenFiles, type ChosenFile, droppedFiles } from "@/lib/client/dropped-files";

type DropZoneProps = { files: readonly ChosenFile[]; onFiles: (files: ChosenFile[]) => void };

const accepted = ".txt,.csv,.tsv,.json,.jsonl,.ndjson,.html,.htm,.zip,.gz,text/plain";

/** Takes files by drag and drop, by a file chooser, or as a folder. */
export function DropZone({ files, onFiles }: DropZoneProps) {
  const t = useTranslations("articles.drop");
  const id = useId();
  const [isOver, setIsOver] = useState(false);

  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    void droppedFiles(event.dataTransfer).then(onFiles);
  };
  const over = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(true);
  };

  return (
    <div
      data-drop-zone
      onDragOver={over}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
      className={`grid gap-3 rounded-lg border-2 border-dashed p-4 ${
        isOver ? "border-accent bg-accent-soft" : "border-line-strong"
      }`}
    >
      <p className="text-sm">{t("here")}</p>
      <div className="grid gap-3 sm:grid-cols-2">
        <div className="grid gap-1.5">
          <label htmlFor={`${id}-files`} className="text-sm font-medium">
            {t("files")}
          </label>
          <Input
            id={`${id}-files`}
            type="file"
            multiple
            accept={accepted}
            aria-describedby={`${id}-hint`}
            className="py-2 text-sm"
            onChange={(event) => onFiles(chosenFiles(event.currentTarget.files))}
          />
        </div>
        <div className="grid gap-1.5">
          <label htmlFor={`${id}-folder`} className="text-sm font-medium">
            {t("folder")}
          </label>
          <Input
            id={`${id}-folder`}
            type="file"
            // React knows this attribute by no property.
            {...{ webkitdirectory: "" }}
            className="py-2 text-sm"
            onChange={(event) => onFiles(chosenFiles(event.currentTarget.files))}
          />
        </div>
      </div>
      <p id={`${id}-hint`} className="text-sm text-muted">
        {t("hint")}
      </p>
      {files.length > 0 && (
        <p role="status" className="text-sm font-medium">
          {t("chosen", { count: files.length, name: files[0]?.path ?? "" })}
        </p>
      )}
    </div>
  );
}
