import type { Actor } from "../../domain/access/actor";
import type { Role } from "../../domain/access/policy";
import { openReleaseFile, openReleasePackage } from "../release-downloads";
import { createRelease, listReleases } from "../releases";
import type { ReviewedProject } from "./make-reviewed-project";

type Call = {
  name: string;
  allowed: readonly Role[];
  call: (actor: Actor, place: ReviewedProject) => Promise<unknown>;
};

const all = { limit: 50 };
const bare = { notes: false };

/** Every service about releases, with who may call it. */
export const releaseCalls: readonly Call[] = [
  {
    name: "listReleases",
    allowed: ["admin", "researcher"],
    call: (actor, { projectId }) => listReleases(actor, projectId, all),
  },
  {
    name: "createRelease",
    allowed: ["admin", "researcher"],
    call: (actor, { projectId }) => createRelease(actor, projectId, bare),
  },
  {
    name: "openReleasePackage",
    allowed: ["admin", "researcher"],
    call: async (actor, place) => {
      const releaseId = await releaseOf(place);
      const { body } = await openReleasePackage(actor, place.projectId, releaseId, "full");
      await body.cancel();
    },
  },
  {
    name: "openReleaseFile",
    allowed: ["admin", "researcher"],
    call: async (actor, place) => {
      const file = { path: "README.md", kind: "full" } as const;
      const releaseId = await releaseOf(place);
      await (await openReleaseFile(actor, place.projectId, releaseId, file)).body.cancel();
    },
  },
];

/** The project's release, made on first use. */
async function releaseOf({ projectId, actors }: ReviewedProject): Promise<string> {
  const { items } = await listReleases(actors.admin, projectId, all);
  return items[0]?.id ?? (await createRelease(actors.admin, projectId, bare)).id;
}
