"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";

import { Button } from "@/components/ui/button";
import { apiRequest } from "@/lib/client/api-client";
import { useAction } from "@/lib/client/use-action";
import type { PresetSummary, PublishResult } from "@/lib/contracts/codebook";
import { allTags, type Codebook } from "@/lib/domain/codebook/codebook";
import { type CodebookDraft, fromDraft, toDraft } from "@/lib/domain/codebook/codebook-draft";
import { keepRetired } from "@/lib/domain/codebook/succeed-codebook";
import { AttributeEditor } from "./attribute-editor";
import { CodebookSource } from "./codebook-source";
import { FamilyEditor } from "./family-editor";
import { PublishPanel } from "./publish-panel";
import { QuestionEditor } from "./question-editor";
import { removeAt, replaceAt } from "./replace-at";
import { RuleEditor } from "./rule-editor";
import { LinesField, TextField } from "./text-fields";

const emptyFamily = {
  ...{ id: "", question: "", anchor: "", decisionOrder: "", isCompared: true },
  ...{ tags: [], attributes: [], isNew: true },
};

type CodebookEditorProps = {
  projectId: string;
  /** The newest version, which the change is made from. */
  number: number;
  definition: Codebook;
  /** Whether somebody may have used its tags; then none is dropped. */
  isInUse: boolean;
  presets: readonly PresetSummary[];
};

/** Changes a codebook as a form and publishes it as the next version. */
export function CodebookEditor(props: CodebookEditorProps) {
  const { projectId, number, definition, isInUse, presets } = props;
  const t = useTranslations("codebook.editor");
  const router = useRouter();
  const { run, isPending, problem } = useAction();
  const [draft, setDraft] = useState<CodebookDraft>(() => toDraft(definition));
  const [result, setResult] = useState<PublishResult | null>(null);
  const publishedTags = new Set(allTags(definition).map(({ tag }) => tag.id));
  const publishedFamilies = new Set(definition.families.map(({ id }) => id));

  function change(part: Partial<CodebookDraft>) {
    setDraft({ ...draft, ...part });
    setResult(null);
  }

  function take(other: Codebook) {
    setDraft(toDraft(isInUse ? keepRetired(definition, other) : other));
    setResult(null);
  }

  const send = ({ dryRun }: { dryRun: boolean }) =>
    run(async () => {
      setResult(null);
      const query = new URLSearchParams({ baseNumber: String(number), dryRun: String(dryRun) });
      const path = `/api/v1/projects/${projectId}/codebook?${query.toString()}`;
      const body = fromDraft(draft);
      setResult(await apiRequest<PublishResult>(path, { method: "POST", body }));
      if (dryRun) return;
      setDraft(toDraft(body));
      router.refresh();
    });

  return (
    <div className="grid gap-6">
      <CodebookSource presets={presets} definition={fromDraft(draft)} onTake={take} />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField label={t("codebookId")} value={draft.id} onChange={(id) => change({ id })} />
        <TextField
          label={t("versionName")}
          hint={t("versionNameHint")}
          value={draft.version}
          onChange={(version) => change({ version })}
        />
      </div>
      {draft.families.map((family, at) => (
        <FamilyEditor
          key={at}
          family={family}
          at={at}
          publishedTags={publishedTags}
          isPublished={!family.isNew && publishedFamilies.has(family.id)}
          onChange={(part) => change({ families: replaceAt(draft.families, at, part) })}
          onRemove={() => change({ families: removeAt(draft.families, at) })}
        />
      ))}
      <Button
        className="justify-self-start"
        onClick={() => change({ families: [...draft.families, emptyFamily] })}
      >
        {t("addFamily")}
      </Button>
      <AttributeEditor
        title={t("commonAttributes")}
        attributes={draft.commonAttributes}
        onChange={(commonAttributes) => change({ commonAttributes })}
      />
      <LinesField
        label={t("linkTypes")}
        hint={t("onePerLine")}
        value={draft.linkTypes}
        onChange={(linkTypes) => change({ linkTypes })}
      />
      <RuleEditor rules={draft.rules} onChange={(rules) => change({ rules })} />
      <QuestionEditor questions={draft.questions} onChange={(questions) => change({ questions })} />
      <PublishPanel
        projectId={projectId}
        nextNumber={number + 1}
        result={result}
        problem={problem}
        isPending={isPending}
        onSend={(options) => void send(options)}
      />
    </div>
  );
}
