import { useTranslations } from "next-intl";

import { readable } from "@/components/codebook/tag-style";
import type { HintCause, LayerHint } from "@/lib/domain/annotation/check-layer";

/** The rule behind a hint, and what it says. */
export function HintText({ hint: { rule, cause } }: { hint: LayerHint }) {
  const t = useTranslations("annotator.hintCauses");
  return (
    <>
      {rule && <strong className="font-medium">{rule} </strong>}
      {t(cause.kind, factsOf(cause))}
    </>
  );
}

function factsOf(cause: HintCause): Record<string, string> {
  switch (cause.kind) {
    case "doubt_in_cue":
    case "voice_in_quotation":
      return {};
    case "missing_attribute":
      return { quote: cause.quote, attribute: cause.attribute.replaceAll("_", " ") };
    case "missed_cue":
      return { words: cause.words };
    case "carried_uncertain":
    case "carried_lost":
      return { quote: cause.quote, tag: readable(cause.tag) };
  }
}
