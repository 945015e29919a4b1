import { releaseParams, releaseQuery } from "@/lib/contracts/releases";
import { attachment } from "@/lib/server/attachment";
import { route } from "@/lib/server/route";
import { openReleasePackage } from "@/lib/services/release-downloads";

export const GET = route({
  params: releaseParams,
  query: releaseQuery,
  handle: async ({ actor, params, query }) => {
    const kind = query.texts === "none" ? "text_free" : "full";
    const { projectId, releaseId } = params;
    const download = await openReleasePackage(actor, projectId, releaseId, kind);
    return attachment(download, "application/zip");
  },
});
