import { useTranslations } from "next-intl";

import type { AppealItem } from "@/lib/contracts/review";
import { useMoment } from "../review/use-moment";

/** One's own appeal, and whether it has been answered by a new decision. */
export function AppealNote({ appeal, isAnswered }: { appeal: AppealItem; isAnswered: boolean }) {
  const t = useTranslations("feedback");
  const moment = useMoment();
  return (
    <p dir="auto" className="mt-1 break-words whitespace-pre-wrap">
      {t("appealed", { time: moment(appeal.createdAt), reason: appeal.reason })}{" "}
      {isAnswered && t("decidedAgain")}
    </p>
  );
}
