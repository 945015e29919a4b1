-- Answers about the annotator rather than the article: apart from the rest, so that no list, export
-- or log that reads answers can hold them by oversight.
CREATE TABLE "PrivateAnswer" (
    "assignmentId" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "questionId" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PrivateAnswer_pkey" PRIMARY KEY ("assignmentId", "questionId")
);

CREATE INDEX "PrivateAnswer_projectId_idx" ON "PrivateAnswer"("projectId");

ALTER TABLE "PrivateAnswer" ADD CONSTRAINT "PrivateAnswer_projectId_assignmentId_fkey" FOREIGN KEY ("projectId", "assignmentId") REFERENCES "Assignment"("projectId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
