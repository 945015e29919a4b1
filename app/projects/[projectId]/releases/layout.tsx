import type { ReactNode } from "react";

import { Words } from "@/app/words";

export default function ReleasesLayout({ children }: { children: ReactNode }) {
  return <Words of={["releases"]}>{children}</Words>;
}
