-- Why, beside the English words: lines and imports from before have the words alone.

-- AlterTable
ALTER TABLE "Import" ADD COLUMN "problemReason" TEXT, ADD COLUMN "problemFacts" JSONB;

-- AlterTable
ALTER TABLE "ImportLine" ADD COLUMN "reason" TEXT, ADD COLUMN "facts" JSONB;

ALTER TABLE "Import" ADD CONSTRAINT "Import_problemReason_check"
  CHECK (num_nonnulls("problemReason", "problemFacts") <> 1
    AND ("problemReason" IS NULL OR "problem" IS NOT NULL));
ALTER TABLE "ImportLine" ADD CONSTRAINT "ImportLine_reason_check"
  CHECK (num_nonnulls("reason", "facts") <> 1 AND ("reason" IS NULL OR "message" IS NOT NULL));
