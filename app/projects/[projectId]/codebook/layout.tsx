import type { ReactNode } from "react";

import { Words } from "@/app/words";

export default function CodebookLayout({ children }: { children: ReactNode }) {
  return <Words of={["codebook"]}>{children}</Words>;
}
