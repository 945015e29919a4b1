import { isDatabaseReady } from "@/lib/server/health";
import { route } from "@/lib/server/route";

export const dynamic = "force-dynamic";

export const GET = route({
  auth: "public",
  handle: async () => {
    const isReady = await isDatabaseReady();
    return Response.json(
      { status: isReady ? "ok" : "unavailable" },
      { status: isReady ? 200 : 503, headers: { "Cache-Control": "no-store" } },
    );
  },
});
