-- Lists come in id order: with the id in the index a page is read as it stands, without a sort.
-- DropIndex
DROP INDEX "Assignment_projectId_status_idx";

-- DropIndex
DROP INDEX "Assignment_annotatorId_status_idx";

-- CreateIndex
CREATE INDEX "Assignment_projectId_status_id_idx" ON "Assignment"("projectId", "status", "id");

-- CreateIndex
CREATE INDEX "Assignment_annotatorId_status_id_idx" ON "Assignment"("annotatorId", "status", "id");

-- CreateIndex
CREATE INDEX "Assignment_annotatorId_id_idx" ON "Assignment"("annotatorId", "id");

-- Statistics of articles are stored in another form now; without a row they are counted again.
DELETE FROM "ArticleAgreement";
