import { StatusNote } from "@/components/ui/status-note";
import type { ApiProblem } from "@/lib/client/api-client";
import { useProblemWords } from "./use-problem-words";

/** What went wrong, field by field. */
export function ProblemNote({ problem }: { problem: ApiProblem | null }) {
  const wordsFor = useProblemWords();
  if (!problem) return null;
  const { headline, particulars } = wordsFor(problem);
  return (
    <StatusNote tone="danger" title={headline}>
      {particulars && <p lang="en">{particulars}</p>}
      {problem.errors.map(({ path, message }) => (
        <p key={`${path} ${message}`} lang="en">
          {path && <code className="text-xs">{path}</code>} {message}
        </p>
      ))}
    </StatusNote>
  );
}
