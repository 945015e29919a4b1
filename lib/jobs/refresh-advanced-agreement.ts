import { disconnect } from "../db/client";
import { refreshAdvancedAgreement } from "../services/agreement-advanced-refresh";

const [projectId] = process.argv.slice(2);
if (!projectId) throw new Error("Give the project's id.");
await refreshAdvancedAgreement(projectId);
await disconnect();
