"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, useState } from "react";

import { pickedTagFor } from "@/components/annotator/commands";
import { TagPicker } from "@/components/annotator/tag-picker";
import type { DisagreementDetail, GoldInput, InboxView } from "@/lib/contracts/review";
import type { Codebook } from "@/lib/domain/codebook/codebook";
import { groupVersions } from "@/lib/domain/review/group-versions";
import { stylesByTag } from "../codebook/tag-style";
import { AttributeTable } from "./attribute-table";
import { CaseText, type Extent } from "./case-text";
import { CaseToolbar } from "./case-toolbar";
import { type CaseVersion, type GoldOutcome, toGold } from "./case-version";
import { DecisionForm } from "./decision-form";
import { useCaseKeys } from "./use-case-keys";
import { useDecision } from "./use-decision";
import { type Place, retagged, useOwnVersion } from "./use-own-version";
import { useShownNames } from "./use-shown-names";
import { VersionCard } from "./version-card";

type CaseWorkspaceProps = {
  disagreement: DisagreementDetail;
  codebook: Codebook;
  /** Where the next one is looked for. */
  view: InboxView;
  /** Whether to stay here after deciding, for the ruling is to be applied elsewhere. */
  stays: boolean;
  /** Other reviewers who have it open. */
  lookers: readonly string[];
};
/** The text with every version in its lane, the versions, and the decision: all by one key each. */
export function CaseWorkspace(props: CaseWorkspaceProps) {
  const { disagreement, codebook, view, stays, lookers } = props;
  const t = useTranslations("review");
  const { versions, silent } = groupVersions(disagreement.members, disagreement.annotators);
  const decision = useDecision(disagreement, view, stays);
  const version = useOwnVersion(disagreement);
  const names = useShownNames();
  const [extent, setExtent] = useState<Extent>("paragraph");
  const [highlighted, setHighlighted] = useState<number | null>(null);
  const [why, setWhy] = useState({ rule: "", comment: "" });
  // What the tag that is about to be chosen is for.
  const [tagging, setTagging] = useState<"retag" | { place: Place | undefined } | null>(null);
  const styles = stylesByTag(codebook);
  const { own, active } = version;
  const [most] = [...versions].sort((a, b) => b.annotators.length - a.annotators.length);
  const nLanes = versions.length + (own ? 1 : 0);

  function decideOn(choice: { outcome: GoldOutcome; spans?: GoldInput[] }) {
    const comment = why.comment.trim();
    decision.decide({
      ...choice,
      ...(why.rule ? { ruleCited: why.rule } : {}),
      ...(comment ? { comment } : {}),
    });
  }

  function decideOnOwn() {
    if (own && own.spans.length > 0) {
      decideOn({ outcome: own.isAdding ? "add" : "edit", spans: own.spans });
    }
  }

  function closePicker() {
    setTagging(null);
    // Keys are heard there; the picker gives its focus to nobody.
    document.getElementById("main")?.focus({ preventScroll: true });
  }

  function choose(tagId: string) {
    closePicker();
    if (tagging !== "retag") return version.add(tagId, tagging?.place);
    if (own && active) return version.change(own.at, retagged(codebook, active, tagId));
    const base = most && toGold(most);
    if (!base?.[0]) return;
    const changed = base.with(0, retagged(codebook, base[0], tagId));
    // Where nobody differs about the place, a tag is all that there is to decide.
    if (base.length === 1 && isOnePlace(versions)) decideOn({ outcome: "edit", spans: changed });
    else version.begin(changed);
  }

  /** @returns whether the key chose a tag */
  function pick(event: Pick<KeyboardEvent, PickKey>): boolean {
    const picked = tagging && pickedTagFor(event, codebook);
    if (!picked) return false;
    event.preventDefault();
    choose(picked);
    return true;
  }

  useCaseKeys({
    isTagging: tagging !== null,
    pick,
    versions,
    version,
    most,
    extent,
    setExtent,
    decideOn,
    decideOnOwn,
    startTagging: setTagging,
    toggleNames: names.toggle,
  });

  const drawn = versions.flatMap(({ number, members }) =>
    members.map((member) => ({ ...member, lane: number - 1, isOwn: false })),
  );
  const mine = (own?.spans ?? []).map((span) => ({ ...span, lane: versions.length, isOwn: true }));

  return (
    // The picker stands elsewhere in the page; its keys come here as those of a child.
    <div onKeyDown={(event) => !event.defaultPrevented && pick(event)}>
      <section aria-label={t("case.text")} className="rounded-xl border border-line bg-surface p-5">
        <CaseToolbar
          extent={extent}
          onExtent={setExtent}
          isNamed={names.isShown}
          onNames={names.toggle}
        />
        <CaseText
          disagreement={disagreement}
          texts={version.texts}
          extent={extent}
          spans={[...drawn, ...mine]}
          onSelect={(place) => (own ? version.place(place) : setTagging({ place }))}
          {...{ nLanes, styles, highlighted }}
        />
        <p className="mt-3 text-sm text-muted">{t("case.textHint")}</p>
      </section>
      <section aria-labelledby="versions-heading" className="mt-6">
        <h2 id="versions-heading" className="text-lg font-semibold">
          {t("case.versions")}
        </h2>
        <ol className="mt-2 divide-y divide-line rounded-lg border border-line bg-surface">
          {versions.map((one) => (
            <VersionCard
              key={one.number}
              version={one}
              total={disagreement.annotators.length}
              isNamed={names.isShown}
              isPending={decision.isPending}
              styles={styles}
              onHighlight={(isOn) => setHighlighted(isOn ? one.number - 1 : null)}
              onAccept={() => decideOn({ outcome: "accept", spans: toGold(one) })}
            />
          ))}
          {silent.length > 0 && (
            <li className="px-4 py-3 text-sm text-muted">
              {t("case.silent")}:{" "}
              {t("case.share", { count: silent.length, total: disagreement.annotators.length })}
              {names.isShown && ` · ${silent.join(", ")}`}
            </li>
          )}
        </ol>
      </section>
      <AttributeTable versions={versions} />
      <DecisionForm
        {...{ disagreement, codebook, versions, version, decision, lookers, why }}
        onWhy={setWhy}
        onVerdict={(outcome) => decideOn({ outcome })}
        onOwn={decideOnOwn}
        onEdit={() => (own ? version.cancel() : version.begin(most ? toGold(most) : []))}
        onTag={() => setTagging("retag")}
        onAdd={() => setTagging({ place: undefined })}
      />
      <TagPicker
        codebook={codebook}
        quote={quoteOf(tagging, active, most)}
        anchor={tagging ? anchorOf() : null}
        isOpen={tagging !== null}
        problem={null}
        onChoose={choose}
        onClose={closePicker}
      />
    </div>
  );
}

type PickKey = "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey" | "preventDefault";

function isOnePlace(versions: readonly CaseVersion[]): boolean {
  const places = versions.map(({ members }) =>
    members.map(({ start, end }) => `${start} ${end}`).join(),
  );
  return new Set(places).size === 1;
}

function quoteOf(
  tagging: "retag" | { place: Place | undefined } | null,
  active: GoldInput | undefined,
  most: CaseVersion | undefined,
): string {
  if (tagging === "retag") return active?.quote ?? most?.members[0]?.quote ?? "";
  return tagging?.place?.quote ?? "";
}

/** The picker stands beside the reviewer's own span, else beside the first version. */
function anchorOf() {
  const main = document.getElementById("main");
  return (
    main?.querySelector("mark[data-own]") ?? main?.querySelector("[data-segment] mark") ?? null
  );
}
