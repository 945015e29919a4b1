import { titled } from "@/app/page-title";
import { Annotator } from "@/components/annotator/annotator";
import { load } from "@/lib/server/load";
import { getAssignment } from "@/lib/services/assignments";

export const generateMetadata = titled("annotate");

type Props = { params: Promise<{ assignmentId: string }> };

export default async function AnnotatePage({ params }: Props) {
  const { assignmentId } = await params;
  const { assignment, viewerId } = await load(async (actor) => ({
    assignment: await getAssignment(actor, assignmentId),
    viewerId: actor.userId,
  }));

  return <Annotator assignment={assignment} viewerId={viewerId} />;
}
