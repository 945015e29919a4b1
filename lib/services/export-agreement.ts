import "server-only";

import { findReport } from "../db/agreement";
import { findCurrentAdvanced } from "../db/agreement-advanced";
import { pseudonymsOf } from "../db/members";
import { agreementRows } from "../domain/releases/agreement-table";
import { refreshAgreementReport } from "./agreement-refresh";
import type { TableRow } from "./export-csv";

/**
 * The rows of `agreement.csv`; computed anew if anything was handed in since it was last, and
 * with the advanced coefficients where these are computed.
 */
export async function agreementTable(projectId: string): Promise<TableRow[]> {
  const stored = await findReport(projectId);
  const isKnown = stored?.isCurrent && stored.report !== null;
  const report = isKnown ? stored.report : (await refreshAgreementReport(projectId))?.report;
  if (!report) return [];
  const [pseudonyms, advanced] = await Promise.all([
    pseudonymsOf(projectId),
    findCurrentAdvanced(projectId),
  ]);
  return agreementRows(report, (userId) => pseudonyms.get(userId) ?? "", advanced);
}
