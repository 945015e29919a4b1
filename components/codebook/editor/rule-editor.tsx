import { useTranslations } from "next-intl";

import { Button } from "@/components/ui/button";
import type { RuleDefinition } from "@/lib/domain/codebook/codebook";
import { removeAt, replaceAt } from "./replace-at";
import { LinesField, TextField } from "./text-fields";

type RuleEditorProps = {
  rules: readonly RuleDefinition[];
  onChange: (rules: RuleDefinition[]) => void;
};

/** Numbered rules that reviewers cite. */
export function RuleEditor({ rules, onChange }: RuleEditorProps) {
  const t = useTranslations("codebook.editor");
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-2 text-xl font-semibold">{t("rules")}</legend>
      {rules.map((rule, at) => {
        const name = rule.id || t("newRule");
        const set = (change: Partial<RuleDefinition>) => onChange(replaceAt(rules, at, change));
        return (
          <div
            key={at}
            className="grid gap-3 rounded-lg border border-line bg-surface p-3 md:grid-cols-[6rem_14rem_minmax(0,1fr)]"
          >
            <TextField
              label={t("ruleId", { at: at + 1 })}
              value={rule.id}
              onChange={(id) => set({ id })}
            />
            <TextField
              label={t("ruleTitle", { name })}
              value={rule.title}
              onChange={(title) => set({ title })}
            />
            <LinesField
              label={t("ruleText", { name })}
              value={rule.text}
              onChange={(text) => set({ text })}
            />
            <Button
              size="sm"
              variant="danger"
              className="justify-self-start"
              onClick={() => onChange(removeAt(rules, at))}
            >
              {t("remove", { name })}
            </Button>
          </div>
        );
      })}
      <Button
        className="justify-self-start"
        onClick={() => onChange([...rules, { id: "", title: "", text: "" }])}
      >
        {t("addRule")}
      </Button>
    </fieldset>
  );
}
