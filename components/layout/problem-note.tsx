import { StatusNote } from "@/components/ui/status-note";
import type { ApiProblem } from "@/lib/client/api-client";
import { useProblemWords } from "./use-problem-words";

type ProblemNoteProps = {
  problem: ApiProblem | null;
  /** Whether to name what each error is about, as its path in what was sent. */
  showsPaths?: boolean;
};

/** What went wrong, field by field. */
export function ProblemNote({ problem, showsPaths = true }: ProblemNoteProps) {
  const { sayProblem, sayField } = useProblemWords();
  if (!problem) return null;
  const { headline, particulars } = sayProblem(problem);
  return (
    <StatusNote tone="danger" title={headline}>
      {particulars && <p lang="en">{particulars}</p>}
      {problem.errors.map((error) => {
        const { path, message } = error;
        const { words, lang } = sayField(error);
        return (
          <p key={`${path} ${message}`} lang={lang}>
            {showsPaths && path && <code className="text-xs">{path}</code>} {words}
          </p>
        );
      })}
    </StatusNote>
  );
}
