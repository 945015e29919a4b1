import { useTranslations } from "next-intl";

import { Button } from "@/components/ui/button";
import type { Codebook } from "@/lib/domain/codebook/codebook";
import { type CaseVersion, toGold } from "./case-version";
import { EditedSpan } from "./edited-span";
import type { OwnVersion } from "./use-own-version";

type EditedVersionProps = {
  version: OwnVersion;
  versions: readonly CaseVersion[];
  codebook: Codebook;
  isPending: boolean;
  onDecide: () => void;
};

/** The reviewer's own version: begins as an annotator's, of one span or several. */
export function EditedVersion(props: EditedVersionProps) {
  const { version, versions, codebook, isPending, onDecide } = props;
  const t = useTranslations("review");
  const spans = version.own?.spans ?? [];

  return (
    <section aria-label={t("edit.title")} className="mt-4 grid gap-4 rounded-lg bg-sunken p-4">
      {versions.length > 1 && (
        <div className="flex flex-wrap items-center gap-2 text-sm">
          {t("edit.begin")}
          {versions.map((one) => (
            <Button key={one.number} size="sm" onClick={() => version.begin(toGold(one))}>
              {t("case.version", { number: one.number })}
            </Button>
          ))}
        </div>
      )}
      {spans.map((span, at) => (
        <EditedSpan
          key={at}
          span={span}
          name={spans.length > 1 ? t("edit.spanNumber", { number: at + 1 }) : t("edit.span")}
          index={version.texts[span.segment]}
          codebook={codebook}
          onChange={(changed) => version.change(at, changed)}
          {...(spans.length > 1 ? { onRemove: () => version.remove(at) } : {})}
        />
      ))}
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" disabled={isPending} onClick={onDecide}>
          {isPending ? t("decide.saving") : t("edit.decide")}
        </Button>
        <Button onClick={version.cancel}>{t("edit.cancel")}</Button>
      </div>
      <p className="text-sm text-muted">{t("edit.keys")}</p>
    </section>
  );
}
