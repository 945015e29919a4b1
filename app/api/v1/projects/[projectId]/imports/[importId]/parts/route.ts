import {
  importParams,
  importPartBytes,
  importPartQuery,
  mostPartsAtOnce,
} from "@/lib/contracts/imports";
import { route } from "@/lib/server/route";
import { receivePart } from "@/lib/services/imports";

export const POST = route({
  params: importParams,
  query: importPartQuery,
  body: "bytes",
  maxBodyBytes: mostPartsAtOnce * importPartBytes,
  handle: ({ actor, params, query, body }) =>
    receivePart(actor, params.projectId, params.importId, { ...query, bytes: body }),
});
