-- CreateTable
CREATE TABLE "ArticleAgreement" (
    "articleId" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "statistics" JSONB NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ArticleAgreement_pkey" PRIMARY KEY ("articleId")
);

-- CreateTable
CREATE TABLE "AgreementReport" (
    "projectId" UUID NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "computedRevision" INTEGER,
    "report" JSONB,
    "computedAt" TIMESTAMPTZ(3),

    CONSTRAINT "AgreementReport_pkey" PRIMARY KEY ("projectId")
);

-- CreateIndex
CREATE UNIQUE INDEX "ArticleAgreement_projectId_articleId_key" ON "ArticleAgreement"("projectId", "articleId");

-- AddForeignKey
ALTER TABLE "ArticleAgreement" ADD CONSTRAINT "ArticleAgreement_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ArticleAgreement" ADD CONSTRAINT "ArticleAgreement_projectId_articleId_fkey" FOREIGN KEY ("projectId", "articleId") REFERENCES "Article"("projectId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgreementReport" ADD CONSTRAINT "AgreementReport_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
