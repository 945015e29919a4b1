import "server-only";

import { findReport } from "../db/agreement";
import { findCurrentAdvanced } from "../db/agreement-advanced";
import { findCurrentCodebook } from "../db/codebooks";
import { pseudonymsOf } from "../db/members";
import type { Actor } from "../domain/access/actor";
import { requireUuid } from "../domain/access/uuid";
import {
  type AgreementCell,
  agreementFields,
  agreementRows,
} from "../domain/releases/agreement-table";
import { authorise, nothingHere } from "./access";
import { refreshAgreementReport } from "./agreement-refresh";

/**
 * Agreement as it stands now, as the records of `agreement.csv`.
 * Cost: an index look-up while the stored report is current, else linear in articles.
 */
export async function agreementTable(
  actor: Actor,
  projectId: string,
): Promise<{ fields: typeof agreementFields; rows: AgreementCell[][] }> {
  await authorise(actor, "agreement.read", requireUuid(projectId));
  const [stored, codebook, pseudonyms, advanced] = await Promise.all([
    findReport(projectId),
    findCurrentCodebook(projectId),
    pseudonymsOf(projectId),
    findCurrentAdvanced(projectId),
  ]);
  const isCurrent = stored?.isCurrent && stored.report?.codebookNumber === codebook?.number;
  const report = isCurrent ? stored.report : (await refreshAgreementReport(projectId))?.report;
  if (!report) throw nothingHere();
  const rows = agreementRows(report, (userId) => pseudonyms.get(userId) ?? "", advanced);
  return { fields: agreementFields, rows };
}
