import { releaseFileParams, releaseQuery } from "@/lib/contracts/releases";
import { mediaTypeOf } from "@/lib/domain/formats/media-type";
import { attachment } from "@/lib/server/attachment";
import { route } from "@/lib/server/route";
import { openReleaseFile } from "@/lib/services/release-downloads";

export const GET = route({
  params: releaseFileParams,
  query: releaseQuery,
  handle: async ({ actor, params, query }) => {
    const path = params.file.join("/");
    const kind = query.texts === "none" ? "text_free" : "full";
    const { projectId, releaseId } = params;
    const download = await openReleaseFile(actor, projectId, releaseId, { path, kind });
    return attachment(download, mediaTypeOf(path));
  },
});
