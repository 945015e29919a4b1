import Link from "next/link";

import { readable } from "@/components/codebook/tag-style";
import { Table } from "@/components/ui/table";
import type { Agreement } from "@/lib/contracts/agreement";
import { DownloadFigures } from "./download-figures";
import { coefficientText, intervalText, percentText } from "./figures";

const head = ["Tag", "Family", "Alpha", "95% interval", "Marked", "Raw agreement", "Spans"];

/** The same figures as the chart, tag by tag, with the reason for every n/a. */
export function TagTable({ agreement: { projectId, tags } }: { agreement: Agreement }) {
  return (
    <>
      <Table caption="Agreement by tag" head={head}>
        {tags.map((tag) => (
          <tr key={tag.tagId}>
            <td>
              <Link
                href={`/projects/${projectId}/review?status=&tag=${tag.tagId}`}
                className="font-medium text-accent underline underline-offset-4"
              >
                {readable(tag.tagId)}
              </Link>
            </td>
            <td className="text-muted">{tag.familyId}</td>
            <td>
              {coefficientText(tag.alpha)}
              {tag.alpha.value === null && (
                <span className="block text-muted">{tag.alpha.reason}</span>
              )}
            </td>
            <td className="whitespace-nowrap">{intervalText(tag.interval)}</td>
            <td>{percentText(tag.prevalence)}</td>
            <td>{percentText(tag.agreement)}</td>
            <td>{tag.nSpans}</td>
          </tr>
        ))}
      </Table>
      <DownloadFigures tags={tags} />
    </>
  );
}
