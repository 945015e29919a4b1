import { StatusNote } from "@/components/ui/status-note";
import type { ApiProblem } from "@/lib/client/api-client";

/** What the server said, field by field. */
export function ProblemNote({ problem }: { problem: ApiProblem | null }) {
  if (!problem) return null;
  return (
    <StatusNote tone="danger" title={problem.detail}>
      {problem.errors.map(({ path, message }) => (
        <p key={`${path} ${message}`}>
          {path && <code className="text-xs">{path}</code>} {message}
        </p>
      ))}
    </StatusNote>
  );
}
