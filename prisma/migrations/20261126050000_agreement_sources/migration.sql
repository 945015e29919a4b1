-- AlterTable
ALTER TABLE "ArticleAgreement" ADD COLUMN     "advanced" JSONB,
ADD COLUMN     "gold" JSONB;

-- AlterTable
ALTER TABLE "AgreementReport" ADD COLUMN     "advanced" JSONB,
ADD COLUMN     "advancedBeatAt" TIMESTAMPTZ(3),
ADD COLUMN     "advancedComputedAt" TIMESTAMPTZ(3),
ADD COLUMN     "isAdvancedCurrent" BOOLEAN NOT NULL DEFAULT false;

