import { createImportBody } from "@/lib/contracts/imports";
import { projectParams } from "@/lib/contracts/projects";
import { route } from "@/lib/server/route";
import { createImport, listImports } from "@/lib/services/imports";

export const GET = route({
  params: projectParams,
  handle: async ({ actor, params }) => ({ items: await listImports(actor, params.projectId) }),
});

export const POST = route({
  params: projectParams,
  body: createImportBody,
  handle: ({ actor, params, body }) => createImport(actor, params.projectId, body),
});
