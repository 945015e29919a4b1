import { useTranslations } from "next-intl";

import { Button } from "@/components/ui/button";
import { type Extent, extents } from "./case-text";

type CaseToolbarProps = {
  extent: Extent;
  onExtent: (extent: Extent) => void;
  isNamed: boolean;
  onNames: () => void;
};

const keys = { sentence: "s", paragraph: "p", article: "w" } as const;

/** How much of the text is shown, and whether it is said whose version is whose. */
export function CaseToolbar({ extent, onExtent, isNamed, onNames }: CaseToolbarProps) {
  const t = useTranslations("review.case");
  return (
    <div className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-2">
      <div role="group" aria-label={t("show")} className="flex flex-wrap gap-1">
        {extents.map((one) => (
          <Button
            key={one}
            size="sm"
            variant={one === extent ? "secondary" : "quiet"}
            aria-pressed={one === extent}
            aria-keyshortcuts={keys[one]}
            onClick={() => onExtent(one)}
          >
            {t(one)}
          </Button>
        ))}
      </div>
      <Button
        size="sm"
        variant={isNamed ? "secondary" : "quiet"}
        className="ml-auto"
        aria-pressed={isNamed}
        aria-keyshortcuts="h"
        onClick={onNames}
      >
        {t("names")}
      </Button>
    </div>
  );
}
