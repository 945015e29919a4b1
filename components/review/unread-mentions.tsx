import { AtSign } from "lucide-react";
import { useTranslations } from "next-intl";

import { Link } from "../ui/link";

/** In how many discussions somebody spoke to the reader since they looked, and the way there. */
export function UnreadMentions({ count }: { count: number }) {
  const t = useTranslations("review.inbox");
  return (
    <p role="status" className="mb-4 text-sm empty:hidden">
      {count > 0 && (
        <Link
          href="?status=&mentions=unread"
          className="inline-flex min-h-8 items-center gap-1.5 rounded-full bg-accent-soft px-3 font-medium text-accent underline underline-offset-4"
        >
          <AtSign aria-hidden="true" className="size-4" />
          {t("unread", { count })}
        </Link>
      )}
    </p>
  );
}
