-- DropIndex
DROP INDEX "Span_projectId_assignmentId_idx";

-- CreateIndex
CREATE INDEX "Article_projectId_outlet_publishedOn_idx" ON "Article"("projectId", "outlet", "publishedOn");

-- CreateIndex
CREATE INDEX "Article_projectId_publishedOn_idx" ON "Article"("projectId", "publishedOn");

-- CreateIndex
CREATE INDEX "Span_projectId_assignmentId_tagId_idx" ON "Span"("projectId", "assignmentId", "tagId");
