import type { ReactNode } from "react";

import { Words } from "@/app/words";

export default function GoldLayout({ children }: { children: ReactNode }) {
  return <Words of={["annotator", "review"]}>{children}</Words>;
}
