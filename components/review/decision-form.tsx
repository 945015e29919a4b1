"use client";

import { useTranslations } from "next-intl";

import { ProblemNote } from "@/components/layout/problem-note";
import { Button } from "@/components/ui/button";
import { Field, TextArea } from "@/components/ui/field";
import type { DisagreementDetail } from "@/lib/contracts/review";
import type { Codebook } from "@/lib/domain/codebook/codebook";
import type { CaseVersion } from "./case-version";
import { DecisionConflict } from "./decision-conflict";
import { EditedVersion } from "./edited-version";
import { RuleField } from "./rule-field";
import type { Decision } from "./use-decision";
import type { OwnVersion } from "./use-own-version";

type Why = { rule: string; comment: string };
type DecisionFormProps = {
  disagreement: DisagreementDetail;
  codebook: Codebook;
  versions: readonly CaseVersion[];
  version: OwnVersion;
  decision: Decision;
  /** Other reviewers who have it open. */
  lookers: readonly string[];
  why: Why;
  onWhy: (why: Why) => void;
  onVerdict: (outcome: (typeof verdicts)[number]["outcome"]) => void;
  onOwn: () => void;
  onEdit: () => void;
  onTag: () => void;
  onAdd: () => void;
};

const verdicts = [
  { outcome: "reject", shortcut: "x" },
  { outcome: "both_defensible", shortcut: "b" },
  { outcome: "unresolved", shortcut: "n" },
] as const;

/** Why it is decided so, and every verdict but taking a version, which its card does. */
export function DecisionForm(props: DecisionFormProps) {
  const { disagreement, codebook, versions, version, decision, lookers, why } = props;
  const t = useTranslations("review.decide");
  const { isPending, problem } = decision;
  const nKeys = Math.min(10, versions.length);
  const accept =
    nKeys > 1
      ? t("keysAccept", { first: 1, last: nKeys % 10 })
      : nKeys === 1
        ? t("keyAccepts")
        : "";

  return (
    <section
      aria-labelledby="decision-heading"
      className="mt-6 rounded-xl border border-line bg-surface p-5"
    >
      <h2 id="decision-heading" className="text-lg font-semibold">
        {t("title")}
      </h2>
      <div className="mt-3 grid gap-4 md:grid-cols-2">
        <RuleField
          projectId={disagreement.projectId}
          rules={codebook.rules}
          rule={why.rule}
          onChange={(rule) => props.onWhy({ ...why, rule })}
        />
        <Field label={t("comment")}>
          {(control) => (
            <TextArea
              {...control}
              data-decision-field="comment"
              className="min-h-10"
              rows={1}
              maxLength={4000}
              value={why.comment}
              onChange={({ target }) => props.onWhy({ ...why, comment: target.value })}
            />
          )}
        </Field>
      </div>
      <p aria-live="polite" className="mt-4 text-sm text-warning empty:hidden">
        {lookers.length > 0 && t("locked", { names: lookers.join(", ") })}
      </p>
      <div className="mt-4 flex flex-wrap gap-2">
        {verdicts.map(({ outcome, shortcut }) => (
          <Button
            key={outcome}
            disabled={isPending}
            aria-keyshortcuts={shortcut}
            onClick={() => props.onVerdict(outcome)}
          >
            {t(outcome)}
          </Button>
        ))}
        <Button
          disabled={isPending || versions.length === 0}
          aria-keyshortcuts="e"
          aria-expanded={version.own !== null}
          onClick={props.onEdit}
        >
          {t("edit")}
        </Button>
        <Button
          disabled={isPending || versions.length === 0}
          aria-keyshortcuts="t"
          onClick={props.onTag}
        >
          {t("retag")}
        </Button>
        <Button disabled={isPending} aria-keyshortcuts="a" onClick={props.onAdd}>
          {t("add")}
        </Button>
      </div>
      {version.own && (
        <EditedVersion
          version={version}
          versions={versions}
          codebook={codebook}
          isPending={isPending}
          onDecide={props.onOwn}
        />
      )}
      <div className="mt-4 empty:hidden">
        {isPending && <p role="status">{t("saving")}</p>}
        {problem?.code === "conflict" ? (
          <DecisionConflict
            current={problem.current as DisagreementDetail | undefined}
            seen={disagreement}
            mine={decision.mine}
            onReload={decision.reload}
          />
        ) : (
          problem && <ProblemNote problem={problem} />
        )}
      </div>
      <p className="mt-4 text-sm text-muted">{t("keys", { accept })}</p>
    </section>
  );
}
