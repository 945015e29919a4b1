import type { ReactNode } from "react";

import { Words } from "@/app/words";

export default function FirstRunLayout({ children }: { children: ReactNode }) {
  return <Words of={["accounts"]}>{children}</Words>;
}
