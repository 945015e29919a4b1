import { useTranslations } from "next-intl";

import { Button } from "@/components/ui/button";
import type { DisagreementDetail } from "@/lib/contracts/review";
import type { Version } from "@/lib/domain/review/group-versions";
import { type FamilyStyle, readable } from "../codebook/tag-style";

type Member = DisagreementDetail["members"][number];
type VersionCardProps = {
  version: Version<Member>;
  /** How many handed the article in. */
  total: number;
  isNamed: boolean;
  isPending: boolean;
  styles: ReadonlyMap<string, FamilyStyle>;
  onHighlight: (isOn: boolean) => void;
  onAccept: () => void;
};

/** One version that annotators made alike: how many, what they marked, and the way to take it. */
export function VersionCard(props: VersionCardProps) {
  const { version, total, isNamed, isPending, styles, onHighlight, onAccept } = props;
  const t = useTranslations("review");
  const { number, annotators, members } = version;
  const names = annotators.join(", ");
  return (
    <li
      className="flex flex-wrap items-start gap-x-4 gap-y-2 px-4 py-3"
      onPointerEnter={() => onHighlight(true)}
      onPointerLeave={() => onHighlight(false)}
      onFocus={() => onHighlight(true)}
      onBlur={() => onHighlight(false)}
    >
      <div className="min-w-0 flex-1 basis-64">
        <h3 className="text-sm font-semibold">
          {t("case.version", { number })}{" "}
          <span className="font-normal text-muted">
            {t("case.share", { count: annotators.length, total })}
            {isNamed && ` · ${names}`}
          </span>
        </h3>
        <ul className="mt-1 grid gap-1 text-sm">
          {members.map(({ spanId, tagId, quote }) => (
            <li key={spanId}>
              <strong className={styles.get(tagId)?.text}>{readable(tagId)}</strong>{" "}
              <span className="font-serif">
                “<bdi>{quote}</bdi>”
              </span>
            </li>
          ))}
        </ul>
      </div>
      <Button
        variant="primary"
        disabled={isPending}
        aria-keyshortcuts={keyOfVersion(number) ?? undefined}
        onClick={onAccept}
      >
        {isNamed ? t("decide.accept", { version: names }) : t("decide.acceptNumber", { number })}
        {keyOfVersion(number) && (
          <kbd aria-hidden="true" className="rounded border px-1.5 font-sans text-xs">
            {keyOfVersion(number)}
          </kbd>
        )}
      </Button>
    </li>
  );
}

/** The digit that takes a version: the tenth is 0, further ones have none. */
export function keyOfVersion(number: number): string | null {
  return number <= 10 ? String(number % 10) : null;
}
