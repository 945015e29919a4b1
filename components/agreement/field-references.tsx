import { Table } from "@/components/ui/table";

const references = [
  ["PolNeAR (2018): attribution spans", "alpha over tokens", ".75; .79 on training articles"],
  ["PTC, SemEval-2020 task 11: propaganda spans", "gamma, annotator against gold", "about .6"],
  ["BABE (2021): bias of a sentence", "alpha over sentences", ".39 to .40"],
  ["MBIC (2021): bias of a sentence, crowd workers", "alpha over sentences", ".21"],
] as const;

/** What others reached, so that .4 for framing isn't read as failure. */
export function FieldReferences() {
  return (
    <section aria-labelledby="references-heading" className="mt-10">
      <h2 id="references-heading" className="text-xl font-semibold">
        What the field reaches
      </h2>
      <p className="mt-1 mb-3 max-w-prose text-sm text-muted">
        Who is quoted is agreed on far better than what is slanted. Units and coefficients differ,
        so read these as a neighbourhood, not as marks to reach.
      </p>
      <Table caption="Published agreement" head={["Corpus and task", "Measure", "Value"]}>
        {references.map(([corpus, measure, value]) => (
          <tr key={corpus}>
            <td>{corpus}</td>
            <td>{measure}</td>
            <td className="whitespace-nowrap">{value}</td>
          </tr>
        ))}
      </Table>
    </section>
  );
}
