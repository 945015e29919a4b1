import type { ReactNode } from "react";

import { Words } from "@/app/words";

export default function AgreementLayout({ children }: { children: ReactNode }) {
  return <Words of={["agreement"]}>{children}</Words>;
}
