import type { ReactNode } from "react";

import { Words } from "@/app/words";

export default function InviteLayout({ children }: { children: ReactNode }) {
  return <Words of={["accounts", "members"]}>{children}</Words>;
}
