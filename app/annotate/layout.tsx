import type { ReactNode } from "react";

import { Words } from "@/app/words";

export default function AnnotateLayout({ children }: { children: ReactNode }) {
  return <Words of={["annotator", "codebook", "queue"]}>{children}</Words>;
}
