import { StatusNote } from "@/components/ui/status-note";
import { Table } from "@/components/ui/table";
import type { PlanResult } from "@/lib/contracts/assignments";

/** Each person's load before and after, and where people are missing. */
export function PlanReport({ plan }: { plan: PlanResult }) {
  const { created, dryRun, load, shortages, items } = plan;
  const missing = shortages.reduce((sum, shortage) => sum + shortage.missing, 0);
  return (
    <div className="grid gap-4">
      {dryRun ? (
        <StatusNote tone="info" title={`The plan would make ${items.length} assignments`}>
          {items.length === 0 && "Every chosen article has enough annotators already."}
        </StatusNote>
      ) : (
        <StatusNote tone="success" title={`${created} assignments made`} />
      )}
      {missing > 0 && (
        <StatusNote tone="warning" title="Too few annotators">
          {missing} places stay empty on {shortages.length} articles: choose more people, or fewer
          per article.
        </StatusNote>
      )}
      <Table caption="Load" head={["Annotator", "Before", "Added", "After"]}>
        {load.map(({ annotatorId, name, before, added }) => (
          <tr key={annotatorId}>
            <td>{name}</td>
            <td>{before}</td>
            <td>{added}</td>
            <td>{before + added}</td>
          </tr>
        ))}
      </Table>
    </div>
  );
}
