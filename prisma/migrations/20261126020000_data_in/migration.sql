-- CreateEnum
CREATE TYPE "ImportState" AS ENUM ('uploading', 'queued', 'running', 'done', 'failed', 'cancelled');

-- CreateEnum
CREATE TYPE "ImportLineKind" AS ENUM ('imported', 'duplicate', 'near_duplicate', 'encoding', 'error');

-- AlterTable
ALTER TABLE "Article" ADD COLUMN     "isLanguageDetected" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "ArticleBand" (
    "projectId" UUID NOT NULL,
    "key" BIGINT NOT NULL,
    "articleId" UUID NOT NULL,

    CONSTRAINT "ArticleBand_pkey" PRIMARY KEY ("projectId","key","articleId")
);

-- CreateTable
CREATE TABLE "NearDuplicate" (
    "projectId" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "otherId" UUID NOT NULL,
    "resemblance" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "NearDuplicate_pkey" PRIMARY KEY ("projectId","articleId","otherId")
);

-- CreateTable
CREATE TABLE "Import" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "createdById" UUID NOT NULL,
    "fileName" TEXT NOT NULL,
    "nBytes" INTEGER NOT NULL,
    "nReceived" INTEGER NOT NULL DEFAULT 0,
    "fingerprint" TEXT NOT NULL,
    "options" JSONB NOT NULL,
    "state" "ImportState" NOT NULL DEFAULT 'uploading',
    "attempt" INTEGER NOT NULL DEFAULT 0,
    "nRead" INTEGER NOT NULL DEFAULT 0,
    "nImported" INTEGER NOT NULL DEFAULT 0,
    "nDuplicates" INTEGER NOT NULL DEFAULT 0,
    "nNearDuplicates" INTEGER NOT NULL DEFAULT 0,
    "nErrors" INTEGER NOT NULL DEFAULT 0,
    "problem" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ImportPart" (
    "projectId" UUID NOT NULL,
    "importId" UUID NOT NULL,
    "at" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "ImportPart_pkey" PRIMARY KEY ("projectId","importId","at")
);

-- CreateTable
CREATE TABLE "ImportDraft" (
    "projectId" UUID NOT NULL,
    "importId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "article" JSONB NOT NULL,

    CONSTRAINT "ImportDraft_pkey" PRIMARY KEY ("projectId","importId","number")
);

-- CreateTable
CREATE TABLE "ImportLine" (
    "projectId" UUID NOT NULL,
    "importId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" "ImportLineKind" NOT NULL,
    "file" TEXT NOT NULL,
    "line" INTEGER,
    "column" INTEGER,
    "title" TEXT,
    "message" TEXT,
    "articleId" UUID,
    "otherId" UUID,

    CONSTRAINT "ImportLine_pkey" PRIMARY KEY ("projectId","importId","number")
);

-- CreateTable
CREATE TABLE "CarriedLayer" (
    "projectId" UUID NOT NULL,
    "assignmentId" UUID NOT NULL,
    "fromAssignmentId" UUID NOT NULL,
    "spans" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CarriedLayer_pkey" PRIMARY KEY ("assignmentId")
);

-- CreateIndex
CREATE INDEX "NearDuplicate_projectId_otherId_idx" ON "NearDuplicate"("projectId", "otherId");

-- CreateIndex
CREATE INDEX "Import_projectId_fingerprint_idx" ON "Import"("projectId", "fingerprint");

-- CreateIndex
CREATE INDEX "Import_state_updatedAt_idx" ON "Import"("state", "updatedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Import_projectId_id_key" ON "Import"("projectId", "id");

-- CreateIndex
CREATE INDEX "CarriedLayer_projectId_fromAssignmentId_idx" ON "CarriedLayer"("projectId", "fromAssignmentId");

-- CreateIndex
CREATE UNIQUE INDEX "CarriedLayer_projectId_assignmentId_key" ON "CarriedLayer"("projectId", "assignmentId");

-- AddForeignKey
ALTER TABLE "NearDuplicate" ADD CONSTRAINT "NearDuplicate_projectId_articleId_fkey" FOREIGN KEY ("projectId", "articleId") REFERENCES "Article"("projectId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NearDuplicate" ADD CONSTRAINT "NearDuplicate_projectId_otherId_fkey" FOREIGN KEY ("projectId", "otherId") REFERENCES "Article"("projectId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Import" ADD CONSTRAINT "Import_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Import" ADD CONSTRAINT "Import_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportPart" ADD CONSTRAINT "ImportPart_projectId_importId_fkey" FOREIGN KEY ("projectId", "importId") REFERENCES "Import"("projectId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportDraft" ADD CONSTRAINT "ImportDraft_projectId_importId_fkey" FOREIGN KEY ("projectId", "importId") REFERENCES "Import"("projectId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportLine" ADD CONSTRAINT "ImportLine_projectId_importId_fkey" FOREIGN KEY ("projectId", "importId") REFERENCES "Import"("projectId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CarriedLayer" ADD CONSTRAINT "CarriedLayer_projectId_assignmentId_fkey" FOREIGN KEY ("projectId", "assignmentId") REFERENCES "Assignment"("projectId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CarriedLayer" ADD CONSTRAINT "CarriedLayer_projectId_fromAssignmentId_fkey" FOREIGN KEY ("projectId", "fromAssignmentId") REFERENCES "Assignment"("projectId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;



-- States that must not exist, refused by the database itself.
ALTER TABLE "NearDuplicate" ADD CONSTRAINT "NearDuplicate_pair_check"
  CHECK ("articleId" <> "otherId" AND 0 < "resemblance" AND "resemblance" <= 1);
ALTER TABLE "CarriedLayer" ADD CONSTRAINT "CarriedLayer_pair_check"
  CHECK ("assignmentId" <> "fromAssignmentId" AND jsonb_typeof("spans") = 'array');
ALTER TABLE "Import" ADD CONSTRAINT "Import_bytes_check"
  CHECK (0 < "nBytes" AND 0 <= "nReceived" AND "nReceived" <= "nBytes");
ALTER TABLE "Import" ADD CONSTRAINT "Import_complete_check"
  CHECK ("state" IN ('uploading', 'cancelled', 'failed') OR "nReceived" = "nBytes");
ALTER TABLE "Import" ADD CONSTRAINT "Import_finished_check"
  CHECK (("state" IN ('done', 'failed', 'cancelled')) = ("finishedAt" IS NOT NULL));
ALTER TABLE "ImportPart" ADD CONSTRAINT "ImportPart_bytes_check"
  CHECK (0 <= "at" AND length("bytes") > 0);
-- Compressing parts takes longer than it saves, and they are gone soon.
ALTER TABLE "ImportPart" ALTER COLUMN "bytes" SET STORAGE EXTERNAL;

CREATE TRIGGER "CarriedLayer_append_only" BEFORE UPDATE OR DELETE ON "CarriedLayer"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
