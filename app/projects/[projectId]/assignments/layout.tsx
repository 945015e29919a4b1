import type { ReactNode } from "react";

import { Words } from "@/app/words";

export default function AssignmentsLayout({ children }: { children: ReactNode }) {
  return <Words of={["assignments"]}>{children}</Words>;
}
