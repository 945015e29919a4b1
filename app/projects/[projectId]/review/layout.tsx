import type { ReactNode } from "react";

import { Words } from "@/app/words";

export default function ReviewLayout({ children }: { children: ReactNode }) {
  return <Words of={["annotator", "review"]}>{children}</Words>;
}
