-- CreateEnum
CREATE TYPE "ReleaseVariant" AS ENUM ('both', 'full', 'text_free');

-- AlterTable
ALTER TABLE "ApiToken" ADD COLUMN     "lastUsedAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Release" ADD COLUMN     "createdById" UUID NOT NULL,
ADD COLUMN     "note" TEXT;

-- CreateTable
CREATE TABLE "ReleaseFile" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "releaseId" UUID NOT NULL,
    "variant" "ReleaseVariant" NOT NULL,
    "path" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "crc32" BIGINT NOT NULL,
    "nBytes" BIGINT NOT NULL,
    "nDeflated" BIGINT NOT NULL,

    CONSTRAINT "ReleaseFile_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReleaseChunk" (
    "projectId" UUID NOT NULL,
    "fileId" UUID NOT NULL,
    "part" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "ReleaseChunk_pkey" PRIMARY KEY ("projectId","fileId","part")
);

-- CreateIndex
CREATE UNIQUE INDEX "ReleaseFile_projectId_releaseId_path_variant_key" ON "ReleaseFile"("projectId", "releaseId", "path", "variant");

-- CreateIndex
CREATE UNIQUE INDEX "ReleaseFile_projectId_id_key" ON "ReleaseFile"("projectId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Release_projectId_id_key" ON "Release"("projectId", "id");

-- AddForeignKey
ALTER TABLE "Release" ADD CONSTRAINT "Release_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReleaseFile" ADD CONSTRAINT "ReleaseFile_projectId_releaseId_fkey" FOREIGN KEY ("projectId", "releaseId") REFERENCES "Release"("projectId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReleaseChunk" ADD CONSTRAINT "ReleaseChunk_projectId_fileId_fkey" FOREIGN KEY ("projectId", "fileId") REFERENCES "ReleaseFile"("projectId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A file's hash is known only when its last chunk is written, so the chunks come first.
ALTER TABLE "ReleaseChunk" ALTER CONSTRAINT "ReleaseChunk_projectId_fileId_fkey" DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "ReleaseChunk" ALTER COLUMN "bytes" SET STORAGE EXTERNAL;

-- What is released stays as it was released.
CREATE TRIGGER "Release_immutable" BEFORE UPDATE OR DELETE ON "Release"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "ReleaseFile_immutable" BEFORE UPDATE OR DELETE ON "ReleaseFile"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "ReleaseChunk_immutable" BEFORE UPDATE OR DELETE ON "ReleaseChunk"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
