import { Lock } from "lucide-react";
import { useTranslations } from "next-intl";

/** Who else has a disagreement open: a sign to take another one, not a bar. */
export function BeingDecided({ names }: { names: readonly string[] }) {
  const t = useTranslations("review.inbox");
  if (names.length === 0) return null;
  return (
    <span className="inline-flex items-center gap-1.5 rounded-full bg-warning-soft px-2.5 py-0.5 text-sm font-medium text-warning">
      <Lock aria-hidden="true" className="size-3.5 shrink-0" />
      {t("looking", { names: names.join(", ") })}
    </span>
  );
}
