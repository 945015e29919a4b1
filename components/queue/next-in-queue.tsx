import { useTranslations } from "next-intl";

import { buttonClasses } from "@/components/ui/button";
import type { AssignmentItem } from "@/lib/contracts/assignments";
import { Link } from "../ui/link";

/** The one article to go on with. */
export function NextInQueue({ item }: { item: AssignmentItem }) {
  const t = useTranslations("queue");
  return (
    <section
      aria-labelledby="queue-next"
      className="mb-8 flex flex-wrap items-center justify-between gap-x-6 gap-y-3 rounded-xl border border-accent bg-accent-soft px-5 py-4"
    >
      <div className="min-w-0 flex-1 basis-64">
        <h2 id="queue-next" className="text-sm font-medium">
          {t("next")} · {t(`groups.${item.status}`)}
        </h2>
        <p id="queue-next-title" className="font-serif text-xl font-semibold break-words">
          <bdi>{item.articleTitle}</bdi>
        </p>
      </div>
      <Link
        href={`/annotate/${item.id}`}
        aria-describedby="queue-next-title"
        className={buttonClasses("primary")}
      >
        {t("continue")}
      </Link>
    </section>
  );
}
