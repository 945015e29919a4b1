import { strToU8 } from "fflate";

import type { PresetId } from "../../domain/codebook/presets/preset-ids";
import { importAnnotations } from "../annotation-import";
import { getAssignment, listProjectAssignments } from "../assignments";
import { articleText, at, makeArticles, makeProject } from "./make-project";
import { sql } from "./sql";

const body = articleText.paragraphs.join("\n\n");
const joint = `${articleText.title}\n\n${body}`;
/** `start end` of a quote in title, empty line and text, in code points. */
function placeOf(quote: string): string {
  const start = [...joint.slice(0, joint.indexOf(quote))].length;
  return `${start} ${start + [...quote].length}`;
}
/** A line of brat standoff on the first place in the test article that says `quote`. */
export const line = (id: number, tag: string, quote: string) =>
  `T${id}\t${tag} ${placeOf(quote)}\t${quote}`;

/** A project with one article and two annotators, and uploads for the first of them. */
export async function openForImport(preset?: PresetId) {
  const project = await makeProject({ nAnnotators: 2, preset });
  const [articleId = ""] = await makeArticles(project);
  const [row] = await sql<{ externalId: string; sha256: string; body: string }>(
    `SELECT "externalId", sha256, body FROM "Article" WHERE id = $1`,
    [articleId],
  );
  if (!row) throw new Error("no article");
  const { projectId, actors } = project;
  const annotator = at(project.annotators, 0);
  const upload = (
    files: Record<string, string | Uint8Array>,
    options: Partial<Parameters<typeof importAnnotations>[3]> = {},
  ) =>
    importAnnotations(
      actors.admin,
      projectId,
      Object.entries(files).map(([name, content]) => ({
        name,
        bytes: typeof content === "string" ? strToU8(content) : content,
      })),
      {
        ...{ annotatorId: annotator.userId, dryRun: false, partial: false, submit: false },
        ...options,
      },
    );
  const layer = async () => {
    const { items } = await listProjectAssignments(actors.admin, projectId, { limit: 50 });
    const mine = items.find((item) => item.annotatorId === annotator.userId);
    return mine ? getAssignment(annotator, mine.id) : null;
  };
  return { ...project, articleId, article: row, annotator, upload, layer };
}
