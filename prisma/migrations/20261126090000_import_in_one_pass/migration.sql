-- Articles are stored as they are read. What a run had read and not stored is read again by the
-- next one, from the parts that were uploaded.

-- DropForeignKey
ALTER TABLE "ImportDraft" DROP CONSTRAINT "ImportDraft_projectId_importId_fkey";

-- DropTable
DROP TABLE "ImportDraft";
