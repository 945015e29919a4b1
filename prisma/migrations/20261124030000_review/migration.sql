-- AlterEnum
ALTER TYPE "Outcome" ADD VALUE 'undone';

-- AlterTable
ALTER TABLE "Disagreement" ADD COLUMN "information" DOUBLE PRECISION NOT NULL DEFAULT 0,
ADD COLUMN "phrase" TEXT NOT NULL DEFAULT '',
ADD COLUMN "confusion" TEXT;

-- CreateTable
CREATE TABLE "Comment" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "disagreementId" UUID NOT NULL,
    "authorId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Comment_pkey" PRIMARY KEY ("id")
);

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_projectId_disagreementId_fkey" FOREIGN KEY ("projectId", "disagreementId") REFERENCES "Disagreement"("projectId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- An undo has no gold. As text, for a new value of an enum can't be used where it is added.
ALTER TABLE "GoldSpan" ADD CONSTRAINT "GoldSpan_outcome_check" CHECK ("outcome"::text <> 'undone');
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_text_check" CHECK (char_length("text") BETWEEN 1 AND 4000);
CREATE TRIGGER "Comment_append_only" BEFORE UPDATE OR DELETE ON "Comment"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();

-- What is stored already gets the new columns as lib/domain/review/describe-split.ts would give them,
-- attributes aside.
WITH choice AS (
  SELECT d.id, m->>'annotatorId' AS annotator,
    string_agg(DISTINCT m->>'tagId', '+' ORDER BY m->>'tagId') AS tags,
    string_agg(concat_ws(' ', m->>'start', m->>'end', m->>'tagId'), '|' ORDER BY m->>'spanId') AS version
  FROM "Disagreement" d CROSS JOIN LATERAL jsonb_array_elements(d.members) AS m
  GROUP BY 1, 2
), everybody AS (
  SELECT id, tags, version FROM choice
  UNION ALL
  SELECT d.id, '-', '-' FROM "Disagreement" d
  JOIN "Assignment" a ON a."articleId" = d."articleId" AND a.status = 'submitted'
  WHERE NOT EXISTS (
    SELECT 1 FROM choice c WHERE c.id = d.id AND c.annotator = a."annotatorId"::text)
), share AS (
  SELECT id, count(*) / sum(count(*)) OVER (PARTITION BY id) AS p FROM everybody GROUP BY id, version
), entropy AS (
  SELECT id, -sum(p * log(2, p)) AS bits FROM share GROUP BY id
), confused AS (
  SELECT id, left(string_agg(DISTINCT tags, ' | ' ORDER BY tags), 500) AS choices
  FROM everybody GROUP BY id HAVING count(DISTINCT tags) > 1
), shortest AS (
  SELECT DISTINCT ON (d.id) d.id, m->>'quote' AS quote
  FROM "Disagreement" d CROSS JOIN LATERAL jsonb_array_elements(d.members) AS m
  ORDER BY d.id, char_length(m->>'quote'), (m->>'start')::int
)
UPDATE "Disagreement" d SET
  information = coalesce(e.bits, 0),
  confusion = c.choices,
  phrase = coalesce(left(lower(regexp_replace(btrim(s.quote), '\s+', ' ', 'g')), 200), '')
FROM "Disagreement" o
LEFT JOIN entropy e ON e.id = o.id
LEFT JOIN confused c ON c.id = o.id
LEFT JOIN shortest s ON s.id = o.id
WHERE d.id = o.id;

-- CreateIndex
CREATE INDEX "Disagreement_projectId_status_kind_id_idx" ON "Disagreement"("projectId", "status", "kind", "id");

-- CreateIndex
CREATE INDEX "Disagreement_projectId_status_familyId_id_idx" ON "Disagreement"("projectId", "status", "familyId", "id");

-- CreateIndex
CREATE INDEX "Disagreement_projectId_status_information_id_idx" ON "Disagreement"("projectId", "status", "information", "id");

-- CreateIndex
CREATE INDEX "Disagreement_projectId_status_phrase_id_idx" ON "Disagreement"("projectId", "status", "phrase", "id");

-- CreateIndex
CREATE INDEX "Disagreement_projectId_status_confusion_id_idx" ON "Disagreement"("projectId", "status", "confusion", "id");

-- CreateIndex
CREATE INDEX "Disagreement_tagIds_idx" ON "Disagreement" USING GIN ("tagIds");

-- CreateIndex
CREATE INDEX "Decision_projectId_ruleCited_decidedAt_id_idx" ON "Decision"("projectId", "ruleCited", "decidedAt", "id");

-- CreateIndex
CREATE INDEX "Comment_projectId_disagreementId_createdAt_id_idx" ON "Comment"("projectId", "disagreementId", "createdAt", "id");
