import { disconnect } from "../db/client";
import { refreshAgreementReport } from "../services/agreement-refresh";

const [projectId] = process.argv.slice(2);
if (!projectId) throw new Error("Give the project's id.");
await refreshAgreementReport(projectId);
await disconnect();
