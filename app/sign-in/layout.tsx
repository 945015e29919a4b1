import type { ReactNode } from "react";

import { Words } from "@/app/words";

export default function SignInLayout({ children }: { children: ReactNode }) {
  return <Words of={["accounts"]}>{children}</Words>;
}
