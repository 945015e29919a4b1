import { getTranslations } from "next-intl/server";

import { EditScreen } from "@/components/codebook/edit-screen";
import { load } from "@/lib/server/load";
import { openCodebookEditor } from "@/lib/services/codebook";
import { listPresets } from "@/lib/services/codebook-presets";

export async function generateMetadata() {
  return { title: (await getTranslations("codebook.editor"))("title") };
}

type Props = { params: Promise<{ projectId: string }> };

export default async function EditCodebookPage({ params }: Props) {
  const { projectId } = await params;
  const { current, isInUse, presets } = await load(async (actor) => ({
    ...(await openCodebookEditor(actor, projectId)),
    presets: listPresets(actor).items,
  }));

  return (
    <EditScreen
      projectId={projectId}
      number={current.number}
      definition={current.definition}
      isInUse={isInUse}
      presets={presets}
    />
  );
}
