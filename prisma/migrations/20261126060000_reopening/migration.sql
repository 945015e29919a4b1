-- Asking for a submitted layer back, what an admin says when giving one back, the switch for
-- training feedback, and indexes that bring the newest audit events first.
-- CreateEnum
CREATE TYPE "ReopenAnswer" AS ENUM ('reopened', 'declined');

-- DropIndex
DROP INDEX "AuditEvent_projectId_createdAt_idx";

-- AlterTable
ALTER TABLE "Assignment" ADD COLUMN     "returnNote" TEXT;

-- AlterTable
ALTER TABLE "Project" ADD COLUMN     "hasTrainingFeedback" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "ReopenRequest" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "assignmentId" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "isOpen" BOOLEAN DEFAULT true,
    "answer" "ReopenAnswer",
    "note" TEXT,
    "answeredById" UUID,
    "answeredAt" TIMESTAMPTZ(3),

    CONSTRAINT "ReopenRequest_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ReopenRequest_projectId_isOpen_id_idx" ON "ReopenRequest"("projectId", "isOpen", "id");

-- CreateIndex
CREATE INDEX "ReopenRequest_projectId_assignmentId_createdAt_idx" ON "ReopenRequest"("projectId", "assignmentId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "ReopenRequest_projectId_assignmentId_isOpen_key" ON "ReopenRequest"("projectId", "assignmentId", "isOpen");

-- CreateIndex
CREATE INDEX "AuditEvent_projectId_id_idx" ON "AuditEvent"("projectId", "id");

-- CreateIndex
CREATE INDEX "AuditEvent_projectId_action_id_idx" ON "AuditEvent"("projectId", "action", "id");

-- AddForeignKey
ALTER TABLE "ReopenRequest" ADD CONSTRAINT "ReopenRequest_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReopenRequest" ADD CONSTRAINT "ReopenRequest_projectId_assignmentId_fkey" FOREIGN KEY ("projectId", "assignmentId") REFERENCES "Assignment"("projectId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReopenRequest" ADD CONSTRAINT "ReopenRequest_answeredById_fkey" FOREIGN KEY ("answeredById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "ReopenRequest" ADD CONSTRAINT "ReopenRequest_reason_check" CHECK (btrim("reason") <> '');
-- Open without an answer, or answered by somebody at some time.
ALTER TABLE "ReopenRequest" ADD CONSTRAINT "ReopenRequest_answer_check" CHECK (
  CASE WHEN "isOpen" THEN num_nonnulls("answer", "note", "answeredById", "answeredAt") = 0
       ELSE "isOpen" IS NULL AND num_nonnulls("answer", "answeredById", "answeredAt") = 3
  END);
ALTER TABLE "ReopenRequest" ADD CONSTRAINT "ReopenRequest_declined_check"
  CHECK ("answer" IS DISTINCT FROM 'declined' OR btrim(coalesce("note", '')) <> '');

-- What was asked and answered stays as it was said.
CREATE TRIGGER "ReopenRequest_kept" BEFORE DELETE ON "ReopenRequest"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "ReopenRequest_answered_once" BEFORE UPDATE ON "ReopenRequest"
  FOR EACH ROW WHEN (OLD."isOpen" IS NULL) EXECUTE FUNCTION "refuse_change"();
