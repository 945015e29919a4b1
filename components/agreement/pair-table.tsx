import { Table } from "@/components/ui/table";
import type { Agreement } from "@/lib/contracts/agreement";
import { coefficientText } from "./figures";

/** Every pair that shares an article: F1 of spans, strict and lenient, and alpha. */
export function PairTable({ agreement: { pairs, families } }: { agreement: Agreement }) {
  const head = ["Annotators", "Articles", "Family", "F1 exact", "F1 IoU ≥ .5", "Alpha"];
  return (
    <Table caption="Agreement by pair of annotators" head={head}>
      {pairs.flatMap(({ annotators, nArticles, families: figures }) =>
        families.map(({ familyId }) => {
          const figure = figures[familyId];
          return (
            <tr key={`${annotators.join(" ")} ${familyId}`}>
              <td className="whitespace-nowrap">{annotators.join(" and ")}</td>
              <td>{nArticles}</td>
              <td className="text-muted">{familyId}</td>
              <td>{figure ? coefficientText(figure.exactF1) : "n/a"}</td>
              <td>{figure ? coefficientText(figure.similarF1) : "n/a"}</td>
              <td>{figure ? coefficientText(figure.alpha) : "n/a"}</td>
            </tr>
          );
        }),
      )}
    </Table>
  );
}
