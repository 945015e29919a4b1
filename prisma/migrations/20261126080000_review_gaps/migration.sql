-- Training layers, what an article still needs, weeks and codebook versions of disagreements, mentions
-- that were read, and spans that all annotators missed.

-- AlterEnum
ALTER TYPE "DisagreementKind" ADD VALUE 'missed';

-- AlterTable
ALTER TABLE "Assignment" ADD COLUMN     "isTraining" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Disagreement" ADD COLUMN     "codebookNumber" INTEGER,
ADD COLUMN     "week" TEXT;

-- AlterTable
ALTER TABLE "ArticleReview" ADD COLUMN     "nMissing" INTEGER,
ADD COLUMN     "nUnsubmitted" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "MentionRead" (
    "projectId" UUID NOT NULL,
    "commentId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "readAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "MentionRead_pkey" PRIMARY KEY ("commentId","userId")
);

-- DropIndex
DROP INDEX "ArticleReview_projectId_nWaiting_articleId_idx";

-- CreateIndex
CREATE INDEX "Assignment_projectId_isTraining_idx" ON "Assignment"("projectId", "isTraining");

-- CreateIndex
CREATE UNIQUE INDEX "Comment_projectId_id_key" ON "Comment"("projectId", "id");

-- AddForeignKey
ALTER TABLE "MentionRead" ADD CONSTRAINT "MentionRead_projectId_commentId_fkey" FOREIGN KEY ("projectId", "commentId") REFERENCES "Comment"("projectId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MentionRead" ADD CONSTRAINT "MentionRead_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TRIGGER "MentionRead_append_only" BEFORE UPDATE OR DELETE ON "MentionRead"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();

-- What an article still needs: disagreements that wait and layers that aren't handed in.
UPDATE "ArticleReview" r SET "nUnsubmitted" = (
  SELECT count(*) FROM "Assignment" a
  WHERE a."articleId" = r."articleId" AND a."status" <> 'submitted');
UPDATE "ArticleReview" SET "nMissing" = "nWaiting" + "nUnsubmitted";
ALTER TABLE "ArticleReview" ALTER COLUMN "nMissing" SET NOT NULL;
ALTER TABLE "ArticleReview" ADD CONSTRAINT "ArticleReview_nUnsubmitted_check" CHECK ("nUnsubmitted" >= 0);
ALTER TABLE "ArticleReview" ADD CONSTRAINT "ArticleReview_nMissing_check"
  CHECK ("nMissing" = "nWaiting" + "nUnsubmitted");

-- CreateIndex
CREATE INDEX "ArticleReview_projectId_nMissing_articleId_idx" ON "ArticleReview"("projectId", "nMissing", "articleId");

-- A row comes with the article's first disagreement. Who writes those has locked the article, which an
-- assignment refers to: so an assignment that is made meanwhile is either counted here or counts itself.
CREATE OR REPLACE FUNCTION "count_waiting"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "ArticleReview" ("articleId", "projectId", "nWaiting", "nUnsubmitted", "nMissing")
  SELECT c.*, c.waiting + c.unsubmitted FROM (
    SELECT "articleId", "projectId", count(*) FILTER (WHERE "status" IN ('open', 'stale')) AS waiting,
      (SELECT count(*) FROM "Assignment" a
       WHERE a."articleId" = d."articleId" AND a."status" <> 'submitted') AS unsubmitted
    FROM "Disagreement" d WHERE "articleId" IN (SELECT "articleId" FROM changed)
    GROUP BY 1, 2 ORDER BY 1) c
  ON CONFLICT ("articleId") DO UPDATE SET "nWaiting" = excluded."nWaiting",
    "nMissing" = excluded."nWaiting" + "ArticleReview"."nUnsubmitted"
  WHERE "ArticleReview"."nWaiting" <> excluded."nWaiting";
  RETURN NULL;
END $$;

-- By differences, so that two who assign an article at once are both counted.
CREATE FUNCTION "count_assigned"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM "ArticleReview" WHERE "articleId" IN (SELECT "articleId" FROM added)
  ORDER BY "articleId" FOR UPDATE;
  UPDATE "ArticleReview" r SET "nUnsubmitted" = "nUnsubmitted" + c.n, "nMissing" = "nMissing" + c.n
  FROM (SELECT "articleId", count(*) AS n FROM added WHERE "status" <> 'submitted' GROUP BY 1) c
  WHERE c."articleId" = r."articleId";
  RETURN NULL;
END $$;
CREATE TRIGGER "Assignment_added" AFTER INSERT ON "Assignment"
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION "count_assigned"();

CREATE FUNCTION "count_submitted"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE more INTEGER := CASE WHEN NEW."status" = 'submitted' THEN -1 ELSE 1 END;
BEGIN
  UPDATE "ArticleReview" SET "nUnsubmitted" = "nUnsubmitted" + more, "nMissing" = "nMissing" + more
  WHERE "articleId" = NEW."articleId";
  RETURN NULL;
END $$;
CREATE TRIGGER "Assignment_submitted" AFTER UPDATE OF "status" ON "Assignment" FOR EACH ROW
  WHEN ((OLD."status" = 'submitted') <> (NEW."status" = 'submitted'))
  EXECUTE FUNCTION "count_submitted"();

-- Weeks and codebook versions of what is stored already.
UPDATE "Disagreement" d SET "week" = l.week, "codebookNumber" = l.number FROM (
  SELECT a."articleId", to_char(max(a."submittedAt") AT TIME ZONE 'UTC', 'IYYY-"W"IW') AS week,
    max(c."number") AS number
  FROM "Assignment" a JOIN "CodebookVersion" c ON c."id" = a."codebookVersionId"
  WHERE a."status" = 'submitted' GROUP BY 1) l
WHERE l."articleId" = d."articleId";
ALTER TABLE "Disagreement" ADD CONSTRAINT "Disagreement_week_check" CHECK ("week" ~ '^\d{4}-W\d\d$');

-- CreateIndex
CREATE INDEX "Disagreement_projectId_status_week_id_idx" ON "Disagreement"("projectId", "status", "week", "id");

-- CreateIndex
CREATE INDEX "Disagreement_projectId_status_codebookNumber_id_idx" ON "Disagreement"("projectId", "status", "codebookNumber", "id");
