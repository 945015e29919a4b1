import { isDatabaseReady } from "@/lib/server/health";
import { jsonResponse } from "@/lib/server/json-response";
import { route } from "@/lib/server/route";

export const dynamic = "force-dynamic";

export const GET = route({
  auth: "public",
  handle: async () => {
    const isReady = await isDatabaseReady();
    const text = JSON.stringify({ status: isReady ? "ok" : "unavailable" });
    return jsonResponse(text, "no-store", { status: isReady ? 200 : 503 });
  },
});
