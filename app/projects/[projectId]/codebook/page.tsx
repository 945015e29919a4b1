import { titled } from "@/app/page-title";
import { readQuery, type SearchParams } from "@/app/read-query";
import { CodebookScreen } from "@/components/codebook/codebook-screen";
import { codebookPageQuery, presetId } from "@/lib/contracts/codebook";
import { load } from "@/lib/server/load";
import { getCodebook } from "@/lib/services/codebook";
import { getCodebookVersion } from "@/lib/services/codebook-history";
import { describePreset } from "@/lib/services/codebook-presets";
import { getProject } from "@/lib/services/projects";

export const generateMetadata = titled("codebook");

type Props = { params: Promise<{ projectId: string }>; searchParams: SearchParams };

export default async function CodebookPage({ params, searchParams }: Props) {
  const { projectId } = await params;
  const { version } = await readQuery(codebookPageQuery, searchParams);
  const { project, newest, shown, preset } = await load(async (actor) => {
    const newest = await getCodebook(actor, projectId);
    const shown = version ? await getCodebookVersion(actor, projectId, version) : newest;
    const scheme = presetId.safeParse(shown.definition.id);
    const preset = scheme.success ? describePreset(actor, scheme.data) : null;
    return { project: await getProject(actor, projectId), newest, shown, preset };
  });

  return (
    <CodebookScreen
      project={project}
      number={shown.number}
      newestNumber={newest.number}
      definition={shown.definition}
      preset={preset}
    />
  );
}
