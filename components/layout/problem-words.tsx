import type { ApiProblem } from "@/lib/client/api-client";
import { useProblemWords } from "./use-problem-words";

/** What went wrong, within a sentence or a line of its own. */
export function ProblemWords({ problem }: { problem: ApiProblem }) {
  const { headline, particulars } = useProblemWords().sayProblem(problem);
  return (
    <>
      {headline}
      {particulars && (
        <>
          {" "}
          <span lang="en">{particulars}</span>
        </>
      )}
    </>
  );
}
