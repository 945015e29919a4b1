import { useTranslations } from "next-intl";

import type { DisagreementItem, InboxView } from "@/lib/contracts/review";
import { groupVersions } from "@/lib/domain/review/group-versions";
import { readable } from "../codebook/tag-style";
import { Link } from "../ui/link";
import { BeingDecided } from "./being-decided";
import { useShownNames } from "./use-shown-names";
import { viewSuffix } from "./view-address";

/** What was heard of a row since the page was made; `who` is "you" for the reader's own doing. */
export type Heard = { who: string; status: DisagreementItem["status"] };

type InboxRowProps = {
  projectId: string;
  item: DisagreementItem;
  view: InboxView;
  heard: Heard | undefined;
  lookers: readonly string[];
};

/** One disagreement of the inbox with the different versions of it. */
export function InboxRow({ projectId, item, view, heard, lookers }: InboxRowProps) {
  const t = useTranslations("review");
  const { isShown } = useShownNames();
  const status = heard?.status ?? item.status;
  const inOrder = [...new Set(item.members.map(({ annotator }) => annotator))];
  const { versions } = groupVersions(item.members, inOrder);
  return (
    <li>
      <Link
        href={`/projects/${projectId}/review/${item.id}${viewSuffix(view)}`}
        data-inbox-row
        className={`block px-4 py-3 -outline-offset-2 hover:bg-sunken ${heard ? "bg-sunken" : ""}`}
      >
        <span className="flex flex-wrap items-baseline gap-x-3 text-sm">
          <span className="font-semibold">
            {t(`kind.${item.kind}`)}, {item.family}
          </span>
          <span className={status === "decided" ? "text-success" : "text-warning"}>
            {heard
              ? t(`inbox.heard.${heard.status}`, { who: heard.who })
              : item.isAppealed
                ? t("inbox.appealed")
                : t(`status.${status}`)}
          </span>
          {status !== "decided" && <BeingDecided names={lookers} />}
          <span className="ml-auto max-w-full truncate text-muted">
            <bdi>{item.articleTitle}</bdi>
          </span>
        </span>
        <span className="mt-1 grid gap-0.5">
          {versions.flatMap(({ number, annotators, members }) =>
            members.map((member) => (
              <span key={`${number} ${member.spanId}`} className="flex min-w-0 gap-2 text-sm">
                <span className="w-16 shrink-0 truncate text-muted">
                  {isShown
                    ? annotators.join(", ")
                    : t("inbox.versionCount", {
                        count: annotators.length,
                        total: item.nAnnotators,
                      })}
                </span>
                <span className="shrink-0 font-medium">{readable(member.tagId)}</span>
                <span className="truncate font-serif">
                  <bdi>{member.quote}</bdi>
                </span>
              </span>
            )),
          )}
        </span>
      </Link>
    </li>
  );
}
