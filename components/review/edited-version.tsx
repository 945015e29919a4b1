import { useMemo } from "react";

import { Button } from "@/components/ui/button";
import type { GoldInput } from "@/lib/contracts/review";
import type { Codebook } from "@/lib/domain/codebook/codebook";
import { CodePointIndex } from "@/lib/domain/text/code-points";
import { EditedSpan } from "./edited-span";

type EditedVersionProps = {
  spans: readonly GoldInput[];
  versions: readonly { annotator: string; spans: GoldInput[] }[];
  segmentText: string;
  codebook: Codebook;
  isPending: boolean;
  onChange: (spans: GoldInput[]) => void;
  onDecide: () => void;
};

/** The reviewer's own version: begins as an annotator's, of one span or several. */
export function EditedVersion(props: EditedVersionProps) {
  const { spans, versions, segmentText, codebook, isPending, onChange, onDecide } = props;
  const index = useMemo(() => new CodePointIndex(segmentText), [segmentText]);

  return (
    <section aria-label="Your version" className="mt-4 grid gap-4 rounded-lg bg-sunken p-4">
      {versions.length > 1 && (
        <div className="flex flex-wrap items-center gap-2 text-sm">
          Begin with
          {versions.map(({ annotator, spans: theirs }) => (
            <Button key={annotator} size="sm" onClick={() => onChange(theirs)}>
              {annotator}
            </Button>
          ))}
        </div>
      )}
      {spans.map((span, at) => (
        <EditedSpan
          key={at}
          span={span}
          name={spans.length > 1 ? `Span ${at + 1}` : "Span"}
          index={index}
          codebook={codebook}
          onChange={(changed) => onChange(spans.with(at, changed))}
          {...(spans.length > 1 ? { onRemove: () => onChange(spans.toSpliced(at, 1)) } : {})}
        />
      ))}
      <Button
        variant="primary"
        className="justify-self-start"
        disabled={isPending}
        onClick={onDecide}
      >
        {isPending ? "Saving…" : "Decide on this version"}
      </Button>
    </section>
  );
}
