"use client";

import { useState } from "react";

import { ProblemNote } from "@/components/layout/problem-note";
import { Button } from "@/components/ui/button";
import { Field, TextArea } from "@/components/ui/field";
import type { DisagreementDetail, GoldInput } from "@/lib/contracts/review";
import type { Codebook } from "@/lib/domain/codebook/codebook";
import { DecisionConflict } from "./decision-conflict";
import { EditedVersion } from "./edited-version";
import { RuleField } from "./rule-field";
import { type Choice, useDecision } from "./use-decision";
import { useDecisionKeys } from "./use-decision-keys";

type DecisionFormProps = {
  disagreement: DisagreementDetail;
  codebook: Codebook;
  /** Whether to stay here after deciding, for the ruling is to be applied elsewhere. */
  stays: boolean;
};

const verdicts = [
  { outcome: "reject", text: "Nothing here", shortcut: "x" },
  { outcome: "both_defensible", text: "Both defensible", shortcut: "b" },
  { outcome: "unresolved", text: "Unresolved", shortcut: "n" },
] as const;

/** One annotator's spans as they would become gold. */
function versionOf(disagreement: DisagreementDetail, annotator: string): GoldInput[] {
  return disagreement.members
    .filter((member) => member.annotator === annotator)
    .map(({ spanId: _, annotator: __, ...span }) => span);
}

/** Takes one version, changes it, or says that there is nothing, both, or no answer. */
export function DecisionForm({ disagreement, codebook, stays }: DecisionFormProps) {
  const { decide, mine, isPending, problem, reload } = useDecision(disagreement, stays);
  const [rule, setRule] = useState("");
  const [comment, setComment] = useState("");
  const [edited, setEdited] = useState<GoldInput[] | null>(null);
  const versions = disagreement.annotators
    .map((annotator) => ({ annotator, spans: versionOf(disagreement, annotator) }))
    .filter(({ spans }) => spans.length > 0);

  function decideOn(choice: Choice) {
    const why = {
      ...(rule ? { ruleCited: rule } : {}),
      ...(comment.trim() ? { comment: comment.trim() } : {}),
    };
    decide({ ...choice, ...why });
  }

  useDecisionKeys((key) => {
    if (edited) return;
    const version = versions[Number(key) - 1];
    const verdict = verdicts.find(({ shortcut }) => shortcut === key);
    if (version) decideOn({ outcome: "accept", spans: version.spans });
    else if (verdict) decideOn({ outcome: verdict.outcome });
  });

  return (
    <section
      aria-labelledby="decision-heading"
      className="mt-6 rounded-xl border border-line bg-surface p-5"
    >
      <h2 id="decision-heading" className="text-lg font-semibold">
        Decide
      </h2>
      <div className="mt-3 grid gap-4 md:grid-cols-2">
        <RuleField
          projectId={disagreement.projectId}
          rules={codebook.rules}
          rule={rule}
          onChange={setRule}
        />
        <Field label="Comment">
          {(control) => (
            <TextArea
              {...control}
              className="min-h-10"
              rows={1}
              maxLength={4000}
              value={comment}
              onChange={({ target }) => setComment(target.value)}
            />
          )}
        </Field>
      </div>
      <div className="mt-4 flex flex-wrap gap-2">
        {versions.map(({ annotator, spans }, at) => (
          <Button
            key={annotator}
            variant="primary"
            disabled={isPending}
            aria-keyshortcuts={String(at + 1)}
            onClick={() => decideOn({ outcome: "accept", spans })}
          >
            Accept {annotator}
          </Button>
        ))}
        <Button
          disabled={isPending}
          aria-expanded={edited !== null}
          onClick={() => setEdited(edited ? null : (versions[0]?.spans ?? null))}
        >
          Edit…
        </Button>
        {verdicts.map(({ outcome, text, shortcut }) => (
          <Button
            key={outcome}
            disabled={isPending}
            aria-keyshortcuts={shortcut}
            onClick={() => decideOn({ outcome })}
          >
            {text}
          </Button>
        ))}
      </div>
      {edited && (
        <EditedVersion
          spans={edited}
          versions={versions}
          segmentText={disagreement.segmentText}
          codebook={codebook}
          isPending={isPending}
          onChange={setEdited}
          onDecide={() => decideOn({ outcome: "edit", spans: edited })}
        />
      )}
      <div className="mt-4 empty:hidden">
        {isPending && <p role="status">Saving…</p>}
        {problem?.code === "conflict" ? (
          <DecisionConflict
            current={problem.current as DisagreementDetail | undefined}
            seen={disagreement}
            mine={mine}
            onReload={reload}
          />
        ) : (
          problem && <ProblemNote problem={problem} />
        )}
      </div>
      <p className="mt-4 text-sm text-muted">
        Keys: {versions.map(({ annotator }, at) => `${at + 1} accepts ${annotator}`).join(", ")}, x
        nothing here, b both defensible, n unresolved, u takes your last decision back.
      </p>
    </section>
  );
}
