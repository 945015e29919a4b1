import type { ReactNode } from "react";

import { Words } from "@/app/words";

export default function ProjectsLayout({ children }: { children: ReactNode }) {
  return <Words of={["codebook", "projects"]}>{children}</Words>;
}
