
-- AlterTable
ALTER TABLE "Comment" ADD COLUMN     "mentionedIds" UUID[] DEFAULT ARRAY[]::UUID[];

-- AlterTable
ALTER TABLE "Disagreement" ADD COLUMN     "annotatorIds" UUID[] DEFAULT ARRAY[]::UUID[],
ADD COLUMN     "outlet" TEXT;

-- CreateTable
CREATE TABLE "ArticleReview" (
    "articleId" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "nWaiting" INTEGER NOT NULL,

    CONSTRAINT "ArticleReview_pkey" PRIMARY KEY ("articleId")
);

-- CreateTable
CREATE TABLE "ConfusionTally" (
    "projectId" UUID NOT NULL,
    "confusion" TEXT NOT NULL,
    "n" INTEGER NOT NULL,
    "talliedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ConfusionTally_pkey" PRIMARY KEY ("projectId","confusion")
);

-- CreateTable
CREATE TABLE "SavedView" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "ownerId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "query" JSONB NOT NULL,
    "isShared" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "SavedView_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DiscussionOpening" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "disagreementId" UUID NOT NULL,
    "isOpen" BOOLEAN NOT NULL,
    "actorId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DiscussionOpening_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Appeal" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "disagreementId" UUID NOT NULL,
    "decisionId" UUID NOT NULL,
    "annotatorId" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Appeal_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ArticleReview_projectId_nWaiting_articleId_idx" ON "ArticleReview"("projectId", "nWaiting", "articleId");

-- CreateIndex
CREATE UNIQUE INDEX "ArticleReview_projectId_articleId_key" ON "ArticleReview"("projectId", "articleId");

-- CreateIndex
CREATE INDEX "ConfusionTally_projectId_n_confusion_idx" ON "ConfusionTally"("projectId", "n", "confusion");

-- CreateIndex
CREATE INDEX "SavedView_projectId_ownerId_id_idx" ON "SavedView"("projectId", "ownerId", "id");

-- CreateIndex
CREATE INDEX "SavedView_projectId_isShared_id_idx" ON "SavedView"("projectId", "isShared", "id");

-- CreateIndex
CREATE INDEX "DiscussionOpening_projectId_disagreementId_createdAt_id_idx" ON "DiscussionOpening"("projectId", "disagreementId", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Appeal_projectId_disagreementId_createdAt_id_idx" ON "Appeal"("projectId", "disagreementId", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Appeal_projectId_annotatorId_id_idx" ON "Appeal"("projectId", "annotatorId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Appeal_decisionId_annotatorId_key" ON "Appeal"("decisionId", "annotatorId");

-- CreateIndex
CREATE INDEX "Comment_mentionedIds_idx" ON "Comment" USING GIN ("mentionedIds");

-- CreateIndex
CREATE UNIQUE INDEX "Decision_disagreementId_id_key" ON "Decision"("disagreementId", "id");

-- CreateIndex
CREATE INDEX "Disagreement_projectId_status_articleId_id_idx" ON "Disagreement"("projectId", "status", "articleId", "id");

-- CreateIndex
CREATE INDEX "Disagreement_projectId_status_outlet_id_idx" ON "Disagreement"("projectId", "status", "outlet", "id");

-- CreateIndex
CREATE INDEX "Disagreement_annotatorIds_idx" ON "Disagreement" USING GIN ("annotatorIds");

-- AddForeignKey
ALTER TABLE "ArticleReview" ADD CONSTRAINT "ArticleReview_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ArticleReview" ADD CONSTRAINT "ArticleReview_projectId_articleId_fkey" FOREIGN KEY ("projectId", "articleId") REFERENCES "Article"("projectId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConfusionTally" ADD CONSTRAINT "ConfusionTally_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SavedView" ADD CONSTRAINT "SavedView_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SavedView" ADD CONSTRAINT "SavedView_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DiscussionOpening" ADD CONSTRAINT "DiscussionOpening_projectId_disagreementId_fkey" FOREIGN KEY ("projectId", "disagreementId") REFERENCES "Disagreement"("projectId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DiscussionOpening" ADD CONSTRAINT "DiscussionOpening_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Appeal" ADD CONSTRAINT "Appeal_projectId_disagreementId_fkey" FOREIGN KEY ("projectId", "disagreementId") REFERENCES "Disagreement"("projectId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Appeal" ADD CONSTRAINT "Appeal_disagreementId_decisionId_fkey" FOREIGN KEY ("disagreementId", "decisionId") REFERENCES "Decision"("disagreementId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Appeal" ADD CONSTRAINT "Appeal_annotatorId_fkey" FOREIGN KEY ("annotatorId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


ALTER TABLE "ArticleReview" ADD CONSTRAINT "ArticleReview_nWaiting_check" CHECK ("nWaiting" >= 0);
ALTER TABLE "SavedView" ADD CONSTRAINT "SavedView_name_check" CHECK (char_length("name") BETWEEN 1 AND 80);
ALTER TABLE "SavedView" ADD CONSTRAINT "SavedView_query_check" CHECK (jsonb_typeof("query") = 'object');
ALTER TABLE "Appeal" ADD CONSTRAINT "Appeal_reason_check" CHECK (char_length("reason") BETWEEN 1 AND 4000);
CREATE TRIGGER "Appeal_append_only" BEFORE UPDATE OR DELETE ON "Appeal"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "DiscussionOpening_append_only" BEFORE UPDATE OR DELETE ON "DiscussionOpening"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "SavedView_kept" BEFORE DELETE ON "SavedView"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();

-- A disagreement has its article's outlet, whoever writes either.
CREATE FUNCTION "take_outlet_of_article"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT "outlet" INTO NEW."outlet" FROM "Article" WHERE "id" = NEW."articleId";
  RETURN NEW;
END $$;
CREATE TRIGGER "Disagreement_outlet" BEFORE INSERT ON "Disagreement"
  FOR EACH ROW EXECUTE FUNCTION "take_outlet_of_article"();
CREATE FUNCTION "give_outlet_to_disagreements"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "Disagreement" SET "outlet" = NEW."outlet" WHERE "articleId" = NEW."id";
  RETURN NULL;
END $$;
CREATE TRIGGER "Article_outlet" AFTER UPDATE OF "outlet" ON "Article"
  FOR EACH ROW WHEN (OLD."outlet" IS DISTINCT FROM NEW."outlet")
  EXECUTE FUNCTION "give_outlet_to_disagreements"();

-- How much of an article waits is counted with each change, in the transaction that makes it. Those
-- lock the article first, so no two count at once.
CREATE FUNCTION "count_waiting"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "ArticleReview" ("articleId", "projectId", "nWaiting")
  SELECT "articleId", "projectId", count(*) FILTER (WHERE "status" IN ('open', 'stale'))
  FROM "Disagreement" WHERE "articleId" IN (SELECT "articleId" FROM changed)
  GROUP BY 1, 2 ORDER BY 1
  ON CONFLICT ("articleId") DO UPDATE SET "nWaiting" = excluded."nWaiting"
  WHERE "ArticleReview"."nWaiting" <> excluded."nWaiting";
  RETURN NULL;
END $$;
CREATE TRIGGER "Disagreement_added" AFTER INSERT ON "Disagreement"
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION "count_waiting"();
CREATE TRIGGER "Disagreement_changed" AFTER UPDATE ON "Disagreement"
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION "count_waiting"();

-- What is stored already; the second statement counts as well, by the trigger.
INSERT INTO "ArticleReview" ("articleId", "projectId", "nWaiting")
SELECT DISTINCT "articleId", "projectId", 0 FROM "Disagreement";
UPDATE "Disagreement" d SET "outlet" = a."outlet", "annotatorIds" = ARRAY(
  SELECT s."annotatorId" FROM "Assignment" s
  WHERE s."articleId" = d."articleId" AND s."status" = 'submitted' ORDER BY 1)
FROM "Article" a WHERE a."id" = d."articleId";
