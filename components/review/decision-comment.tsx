import Link from "next/link";

const reference = /^as in ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(.*)$/s;

/** What a reviewer remarked; a ruling that was carried over leads to where it was made. */
export function DecisionComment({ projectId, comment }: { projectId: string; comment: string }) {
  const [, sourceId, rest] = reference.exec(comment) ?? [];
  if (!sourceId) return comment;
  return (
    <>
      as in{" "}
      <Link
        href={`/projects/${projectId}/review/${sourceId}`}
        className="text-accent underline underline-offset-4"
      >
        this case
      </Link>
      {rest}
    </>
  );
}
