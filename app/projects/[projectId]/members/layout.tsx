import type { ReactNode } from "react";

import { Words } from "@/app/words";

export default function MembersLayout({ children }: { children: ReactNode }) {
  return <Words of={["members"]}>{children}</Words>;
}
