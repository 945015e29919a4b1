import type { ReactNode } from "react";

import { Words } from "@/app/words";

export default function AccountLayout({ children }: { children: ReactNode }) {
  return <Words of={["tokens"]}>{children}</Words>;
}
