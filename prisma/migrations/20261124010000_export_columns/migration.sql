-- AlterTable
ALTER TABLE "Span" ADD COLUMN     "endUtf16" INTEGER,
ADD COLUMN     "paragraph" INTEGER,
ADD COLUMN     "prefix" TEXT,
ADD COLUMN     "sentence" INTEGER,
ADD COLUMN     "startUtf16" INTEGER,
ADD COLUMN     "suffix" TEXT;
