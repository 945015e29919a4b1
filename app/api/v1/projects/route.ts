import { pageQuery } from "@/lib/contracts/fields";
import { createProjectBody } from "@/lib/contracts/projects";
import { route } from "@/lib/server/route";
import { createProject, listProjects } from "@/lib/services/projects";

export const GET = route({
  query: pageQuery,
  handle: ({ actor, query }) => listProjects(actor, query),
});

export const POST = route({
  body: createProjectBody,
  handle: ({ actor, body }) => createProject(actor, body),
});
