"use client";

import type { GoldInput } from "@/lib/contracts/review";
import type { Extent } from "./case-text";
import { type CaseVersion, type GoldOutcome, toGold } from "./case-version";
import { moveByKey } from "./move-by-key";
import { useDecisionKeys } from "./use-decision-keys";
import type { OwnVersion, Place } from "./use-own-version";
import { keyOfVersion } from "./version-card";

type CaseKeys = {
  /** Whether a tag is being chosen: then a key is a tag's, even before the picker has the focus. */
  isTagging: boolean;
  pick: (event: KeyboardEvent) => boolean;
  versions: readonly CaseVersion[];
  version: OwnVersion;
  /** The version that most made. */
  most: CaseVersion | undefined;
  extent: Extent;
  setExtent: (extent: Extent) => void;
  decideOn: (choice: { outcome: GoldOutcome; spans?: GoldInput[] }) => void;
  decideOnOwn: () => void;
  startTagging: (what: "retag" | { place: Place | undefined }) => void;
  toggleNames: () => void;
};

const verdicts: Record<string, GoldOutcome> = {
  x: "reject",
  b: "both_defensible",
  n: "unresolved",
};
const extentOf: Record<string, Extent> = { s: "sentence", p: "paragraph", w: "article" };

/** All keys of a case; with a version of one's own at hand, digits and verdicts are put by. */
export function useCaseKeys(it: CaseKeys): void {
  const { versions, version, most, extent, decideOn } = it;

  function take(action: () => void, event: KeyboardEvent) {
    event.preventDefault();
    action();
  }

  function handleOwn(key: string, event: KeyboardEvent): void {
    const move = moveByKey(version, key);
    const onControl = event.target instanceof Element && event.target.closest("button, a, summary");
    if (move) take(move, event);
    else if (key === "Escape") take(version.cancel, event);
    else if (key === "Enter" && !onControl) take(it.decideOnOwn, event);
  }

  useDecisionKeys((key, event) => {
    if (it.isTagging) return void it.pick(event);
    const shown = extentOf[key];
    if (shown) return it.setExtent(extent === shown ? "paragraph" : shown);
    if (key === "h") return it.toggleNames();
    if (key === "t" && (version.active ?? most)) return take(() => it.startTagging("retag"), event);
    if (key === "a") return take(() => it.startTagging({ place: undefined }), event);
    if (key === "r" || key === "c") return take(() => focusField(key), event);
    if (version.own) return handleOwn(key, event);

    const verdict = verdicts[key];
    const accepted = versions.find(({ number }) => keyOfVersion(number) === key);
    if (verdict) decideOn({ outcome: verdict });
    else if (accepted) decideOn({ outcome: "accept", spans: toGold(accepted) });
    else if (key === "e" && most) version.begin(toGold(most));
  });
}

function focusField(key: "r" | "c") {
  const name = key === "r" ? "rule" : "comment";
  document.querySelector<HTMLElement>(`[data-decision-field=${name}]`)?.focus();
}
