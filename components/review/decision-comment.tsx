import { useTranslations } from "next-intl";

import { Link } from "../ui/link";

const reference = /^as in ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(.*)$/s;

/** What a reviewer remarked; a ruling that was carried over leads to where it was made. */
export function DecisionComment({ projectId, comment }: { projectId: string; comment: string }) {
  const t = useTranslations("review.history");
  const [, sourceId, rest = ""] = reference.exec(comment) ?? [];
  if (!sourceId) return comment;
  return t.rich("asIn", {
    rest,
    case: (words) => (
      <Link
        href={`/projects/${projectId}/review/${sourceId}`}
        className="text-accent underline underline-offset-4"
      >
        {words}
      </Link>
    ),
  });
}
