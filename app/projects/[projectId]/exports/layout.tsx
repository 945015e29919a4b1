import type { ReactNode } from "react";

import { Words } from "@/app/words";

export default function ExportsLayout({ children }: { children: ReactNode }) {
  return <Words of={["exports"]}>{children}</Words>;
}
