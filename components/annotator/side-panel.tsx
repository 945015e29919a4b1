import { Tabs } from "@base-ui/react/tabs";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";

import type { Panel } from "./use-workspace";

type SidePanelProps = {
  panel: Panel;
  nSpans: number;
  spans: ReactNode;
  codebook: ReactNode;
  onChange: (panel: Panel) => void;
};

const tab =
  "min-h-10 flex-1 border-b-2 border-transparent px-3 text-sm font-medium text-muted -outline-offset-2 data-[active]:border-accent data-[active]:text-ink forced-colors:border-[Canvas] forced-colors:data-[active]:border-[Highlight]";

/** Beside the text where there is room, below it where there isn't. */
export function SidePanel({ panel, nSpans, spans, codebook, onChange }: SidePanelProps) {
  const t = useTranslations("annotator.panel");
  const format = useFormatter();
  return (
    <aside
      aria-label={t("label")}
      className="self-start overflow-hidden rounded-xl border border-line bg-surface lg:sticky lg:top-18 lg:flex lg:max-h-[calc(100dvh-6rem)] lg:flex-col"
    >
      <Tabs.Root
        value={panel}
        onValueChange={(next) => onChange(next as Panel)}
        className="flex min-h-0 flex-1 flex-col"
      >
        <Tabs.List className="flex shrink-0 border-b border-line">
          <Tabs.Tab value="spans" className={tab}>
            {t("spans")} <span className="tabular-nums">({format.number(nSpans)})</span>
          </Tabs.Tab>
          <Tabs.Tab value="codebook" className={tab}>
            {t("codebook")}
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="spans" className="min-h-0 flex-1 overflow-y-auto lg:flex lg:flex-col">
          {spans}
        </Tabs.Panel>
        <Tabs.Panel value="codebook" className="min-h-0 flex-1 overflow-y-auto">
          {codebook}
        </Tabs.Panel>
      </Tabs.Root>
    </aside>
  );
}
