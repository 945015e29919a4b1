-- What was received of an upload, so that another file is never gone on with in its place. Uploads
-- that are under way have no hash: they can be ended, and not be gone on with after a break.

-- AlterTable
ALTER TABLE "Import" ADD COLUMN "receivedHash" TEXT,
  ADD COLUMN "wasResumed" BOOLEAN NOT NULL DEFAULT false;

ALTER TABLE "Import" ADD CONSTRAINT "Import_receivedHash_check"
  CHECK ("receivedHash" ~ '^[0-9a-f]{64}$');
