import type { ReactNode } from "react";

import { Words } from "@/app/words";

export default function ArticlesLayout({ children }: { children: ReactNode }) {
  return <Words of={["articles", "files", "review"]}>{children}</Words>;
}
