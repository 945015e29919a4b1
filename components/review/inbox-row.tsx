import Link from "next/link";

import type { DisagreementItem } from "@/lib/contracts/review";
import { readable } from "../codebook/tag-style";
import { kindWords, statusWords } from "./words";

/** What was heard of a row since the page was made. */
export type Heard = { by: string; status: DisagreementItem["status"] };

type InboxRowProps = {
  projectId: string;
  item: DisagreementItem;
  heard: Heard | undefined;
  lookers: readonly string[];
};

/** One disagreement of the inbox with all versions of it. */
export function InboxRow({ projectId, item, heard, lookers }: InboxRowProps) {
  const status = heard?.status ?? item.status;
  return (
    <li>
      <Link
        href={`/projects/${projectId}/review/${item.id}`}
        data-inbox-row
        className={`block px-4 py-3 -outline-offset-2 hover:bg-sunken ${heard ? "bg-sunken" : ""}`}
      >
        <span className="flex flex-wrap items-baseline gap-x-3 text-sm">
          <span className="font-semibold">
            {kindWords[item.kind]}, {item.family}
          </span>
          <span className={status === "decided" ? "text-success" : "text-warning"}>
            {heard ? heardWords(heard) : statusWords[status]}
          </span>
          {lookers.length > 0 && (
            <span className="text-muted">Being looked at by {lookers.join(", ")}</span>
          )}
          <span className="ml-auto max-w-full truncate text-muted">
            <bdi>{item.articleTitle}</bdi>
          </span>
        </span>
        <span className="mt-1 grid gap-0.5">
          {item.members.map((member) => (
            <span key={member.spanId} className="flex min-w-0 gap-2 text-sm">
              <span className="w-10 shrink-0 text-muted">{member.annotator}</span>
              <span className="shrink-0 font-medium">{readable(member.tagId)}</span>
              <span className="truncate font-serif">
                <bdi>{member.quote}</bdi>
              </span>
            </span>
          ))}
        </span>
      </Link>
    </li>
  );
}

function heardWords({ by, status }: Heard): string {
  return status === "decided" ? `Decided by ${by} just now` : `Taken back by ${by} just now`;
}
