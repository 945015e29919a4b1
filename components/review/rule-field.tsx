import { useTranslations } from "next-intl";

import { Field, Select } from "@/components/ui/field";
import type { RuleDefinition } from "@/lib/domain/codebook/codebook";
import { gapRule } from "@/lib/domain/review/gap-rule";
import { Link } from "../ui/link";

type RuleFieldProps = {
  projectId: string;
  rules: readonly RuleDefinition[];
  rule: string;
  onChange: (rule: string) => void;
};

/** Which rule settles it, or that none does; with the way to what was decided by it before. */
export function RuleField({ projectId, rules, rule, onChange }: RuleFieldProps) {
  const t = useTranslations("review.decide");
  const chosen = rules.find(({ id }) => id === rule);
  return (
    <div className="grid content-start gap-1.5">
      <Field label={t("rule")}>
        {(control) => (
          <Select
            {...control}
            data-decision-field="rule"
            value={rule}
            onChange={({ target }) => onChange(target.value)}
          >
            <option value="">{t("noRule")}</option>
            {rules.map(({ id, title }) => (
              <option key={id} value={id}>
                {id} {title}
              </option>
            ))}
            <option value={gapRule}>{t("gap")}</option>
          </Select>
        )}
      </Field>
      {chosen && <p className="text-sm text-muted">{chosen.text}</p>}
      {rule && (
        <p className="text-sm">
          <Link
            href={`/projects/${projectId}/review/rules/${encodeURIComponent(rule)}`}
            className="text-accent underline underline-offset-4"
          >
            {rule === gapRule ? t("gapsFiled") : t("decidedBy", { rule })}
          </Link>
        </p>
      )}
    </div>
  );
}
