import type { ReactNode } from "react";

import { Words } from "@/app/words";

export default function FeedbackLayout({ children }: { children: ReactNode }) {
  return <Words of={["feedback", "review"]}>{children}</Words>;
}
