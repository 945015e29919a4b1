-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('admin', 'reviewer', 'annotator', 'researcher');

-- CreateEnum
CREATE TYPE "AssignmentStatus" AS ENUM ('assigned', 'in_progress', 'submitted', 'returned');

-- CreateEnum
CREATE TYPE "OperationResult" AS ENUM ('applied', 'conflict', 'rejected');

-- CreateEnum
CREATE TYPE "DisagreementStatus" AS ENUM ('open', 'decided', 'stale', 'superseded');

-- CreateEnum
CREATE TYPE "DisagreementKind" AS ENUM ('one_sided', 'boundary', 'tag', 'boundary_and_tag', 'attribute');

-- CreateEnum
CREATE TYPE "Outcome" AS ENUM ('unanimous', 'accept', 'edit', 'add', 'reject', 'both_defensible', 'unresolved');

-- CreateEnum
CREATE TYPE "SegmentName" AS ENUM ('title', 'body');

-- CreateTable
CREATE TABLE "User" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "passwordHash" TEXT NOT NULL,
    "mayCreateProjects" BOOLEAN NOT NULL DEFAULT false,
    "disabledAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL,
    "userId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Project" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "annotatorsPerArticle" INTEGER NOT NULL DEFAULT 2,
    "isOutletBlind" BOOLEAN NOT NULL DEFAULT true,
    "snapping" TEXT NOT NULL DEFAULT 'word',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Project_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Membership" (
    "projectId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "role" "Role" NOT NULL,
    "pseudonym" TEXT NOT NULL,
    "removedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Membership_pkey" PRIMARY KEY ("projectId","userId")
);

-- CreateTable
CREATE TABLE "Invite" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "role" "Role" NOT NULL,
    "secretHash" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Invite_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CodebookVersion" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "definition" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CodebookVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Article" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "externalId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "url" TEXT,
    "outlet" TEXT,
    "publishedOn" DATE,
    "language" TEXT NOT NULL DEFAULT 'en',
    "sha256" TEXT NOT NULL,
    "nCodePoints" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Article_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Assignment" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "annotatorId" UUID NOT NULL,
    "codebookVersionId" UUID NOT NULL,
    "status" "AssignmentStatus" NOT NULL DEFAULT 'assigned',
    "revision" INTEGER NOT NULL DEFAULT 0,
    "nothingFound" BOOLEAN NOT NULL DEFAULT false,
    "assignedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "startedAt" TIMESTAMPTZ(3),
    "submittedAt" TIMESTAMPTZ(3),
    "activeSeconds" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Assignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Span" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "assignmentId" UUID NOT NULL,
    "segment" "SegmentName" NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "quote" TEXT NOT NULL,
    "tagId" TEXT NOT NULL,
    "familyId" TEXT NOT NULL,
    "attributes" JSONB NOT NULL DEFAULT '{}',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "removedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Span_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Operation" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "assignmentId" UUID NOT NULL,
    "authorId" UUID NOT NULL,
    "spanId" UUID,
    "kind" TEXT NOT NULL,
    "baseRevision" INTEGER NOT NULL,
    "payload" JSONB NOT NULL,
    "result" "OperationResult" NOT NULL,
    "revision" INTEGER,
    "problem" JSONB,
    "sequence" BIGSERIAL NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Operation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Answer" (
    "assignmentId" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "questionId" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Answer_pkey" PRIMARY KEY ("assignmentId","questionId")
);

-- CreateTable
CREATE TABLE "Link" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "assignmentId" UUID NOT NULL,
    "fromSpanId" UUID NOT NULL,
    "toSpanId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "removedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Disagreement" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "familyId" TEXT NOT NULL,
    "kind" "DisagreementKind" NOT NULL,
    "segment" "SegmentName" NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "status" "DisagreementStatus" NOT NULL DEFAULT 'open',
    "revision" INTEGER NOT NULL DEFAULT 0,
    "fingerprint" TEXT NOT NULL,
    "tagIds" TEXT[],
    "members" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Disagreement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Decision" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "disagreementId" UUID NOT NULL,
    "outcome" "Outcome" NOT NULL,
    "spans" JSONB NOT NULL,
    "ruleCited" TEXT,
    "comment" TEXT,
    "decidedById" UUID NOT NULL,
    "baseRevision" INTEGER NOT NULL,
    "supersedesId" UUID,
    "decidedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "GoldSpan" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "decisionId" UUID,
    "codebookVersionId" UUID NOT NULL,
    "outcome" "Outcome" NOT NULL,
    "familyId" TEXT NOT NULL,
    "tagId" TEXT NOT NULL,
    "segment" "SegmentName" NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "quote" TEXT NOT NULL,
    "attributes" JSONB NOT NULL DEFAULT '{}',
    "nSupport" INTEGER NOT NULL,
    "nAnnotators" INTEGER NOT NULL,
    "supportingSpanIds" UUID[],
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "retiredAt" TIMESTAMPTZ(3),

    CONSTRAINT "GoldSpan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Release" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "manifest" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Release_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ApiToken" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "secretHash" TEXT NOT NULL,
    "scopes" TEXT[],
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ApiToken_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditEvent" (
    "id" UUID NOT NULL,
    "projectId" UUID,
    "actorId" UUID,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "detail" JSONB NOT NULL DEFAULT '{}',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AuditEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RateLimiterFlexible" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL,
    "expire" TIMESTAMPTZ(3),

    CONSTRAINT "RateLimiterFlexible_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE INDEX "Session_userId_idx" ON "Session"("userId");

-- CreateIndex
CREATE INDEX "Membership_userId_idx" ON "Membership"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "Membership_projectId_pseudonym_key" ON "Membership"("projectId", "pseudonym");

-- CreateIndex
CREATE UNIQUE INDEX "Invite_secretHash_key" ON "Invite"("secretHash");

-- CreateIndex
CREATE INDEX "Invite_projectId_email_idx" ON "Invite"("projectId", "email");

-- CreateIndex
CREATE UNIQUE INDEX "CodebookVersion_projectId_number_key" ON "CodebookVersion"("projectId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "CodebookVersion_projectId_id_key" ON "CodebookVersion"("projectId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Article_projectId_sha256_key" ON "Article"("projectId", "sha256");

-- CreateIndex
CREATE UNIQUE INDEX "Article_projectId_externalId_version_key" ON "Article"("projectId", "externalId", "version");

-- CreateIndex
CREATE UNIQUE INDEX "Article_projectId_id_key" ON "Article"("projectId", "id");

-- CreateIndex
CREATE INDEX "Assignment_projectId_status_idx" ON "Assignment"("projectId", "status");

-- CreateIndex
CREATE INDEX "Assignment_annotatorId_status_idx" ON "Assignment"("annotatorId", "status");

-- CreateIndex
CREATE UNIQUE INDEX "Assignment_articleId_annotatorId_key" ON "Assignment"("articleId", "annotatorId");

-- CreateIndex
CREATE UNIQUE INDEX "Assignment_projectId_id_key" ON "Assignment"("projectId", "id");

-- CreateIndex
CREATE INDEX "Span_projectId_assignmentId_idx" ON "Span"("projectId", "assignmentId");

-- CreateIndex
CREATE UNIQUE INDEX "Span_assignmentId_id_key" ON "Span"("assignmentId", "id");

-- CreateIndex
CREATE INDEX "Operation_projectId_assignmentId_sequence_idx" ON "Operation"("projectId", "assignmentId", "sequence");

-- CreateIndex
CREATE INDEX "Answer_projectId_idx" ON "Answer"("projectId");

-- CreateIndex
CREATE INDEX "Link_projectId_assignmentId_idx" ON "Link"("projectId", "assignmentId");

-- CreateIndex
CREATE INDEX "Disagreement_projectId_status_id_idx" ON "Disagreement"("projectId", "status", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Disagreement_articleId_fingerprint_key" ON "Disagreement"("articleId", "fingerprint");

-- CreateIndex
CREATE UNIQUE INDEX "Disagreement_projectId_id_key" ON "Disagreement"("projectId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Decision_supersedesId_key" ON "Decision"("supersedesId");

-- CreateIndex
CREATE INDEX "Decision_projectId_decidedAt_idx" ON "Decision"("projectId", "decidedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Decision_disagreementId_baseRevision_key" ON "Decision"("disagreementId", "baseRevision");

-- CreateIndex
CREATE INDEX "GoldSpan_projectId_articleId_idx" ON "GoldSpan"("projectId", "articleId");

-- CreateIndex
CREATE UNIQUE INDEX "Release_projectId_number_key" ON "Release"("projectId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "ApiToken_secretHash_key" ON "ApiToken"("secretHash");

-- CreateIndex
CREATE INDEX "ApiToken_userId_idx" ON "ApiToken"("userId");

-- CreateIndex
CREATE INDEX "AuditEvent_projectId_createdAt_idx" ON "AuditEvent"("projectId", "createdAt");

-- CreateIndex
CREATE INDEX "RateLimiterFlexible_expire_idx" ON "RateLimiterFlexible"("expire");

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invite" ADD CONSTRAINT "Invite_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CodebookVersion" ADD CONSTRAINT "CodebookVersion_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Article" ADD CONSTRAINT "Article_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_projectId_articleId_fkey" FOREIGN KEY ("projectId", "articleId") REFERENCES "Article"("projectId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_annotatorId_fkey" FOREIGN KEY ("annotatorId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_projectId_codebookVersionId_fkey" FOREIGN KEY ("projectId", "codebookVersionId") REFERENCES "CodebookVersion"("projectId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Span" ADD CONSTRAINT "Span_projectId_assignmentId_fkey" FOREIGN KEY ("projectId", "assignmentId") REFERENCES "Assignment"("projectId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Operation" ADD CONSTRAINT "Operation_projectId_assignmentId_fkey" FOREIGN KEY ("projectId", "assignmentId") REFERENCES "Assignment"("projectId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Answer" ADD CONSTRAINT "Answer_projectId_assignmentId_fkey" FOREIGN KEY ("projectId", "assignmentId") REFERENCES "Assignment"("projectId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Link" ADD CONSTRAINT "Link_projectId_assignmentId_fkey" FOREIGN KEY ("projectId", "assignmentId") REFERENCES "Assignment"("projectId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Link" ADD CONSTRAINT "Link_assignmentId_fromSpanId_fkey" FOREIGN KEY ("assignmentId", "fromSpanId") REFERENCES "Span"("assignmentId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Link" ADD CONSTRAINT "Link_assignmentId_toSpanId_fkey" FOREIGN KEY ("assignmentId", "toSpanId") REFERENCES "Span"("assignmentId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Disagreement" ADD CONSTRAINT "Disagreement_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Disagreement" ADD CONSTRAINT "Disagreement_projectId_articleId_fkey" FOREIGN KEY ("projectId", "articleId") REFERENCES "Article"("projectId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_projectId_disagreementId_fkey" FOREIGN KEY ("projectId", "disagreementId") REFERENCES "Disagreement"("projectId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_supersedesId_fkey" FOREIGN KEY ("supersedesId") REFERENCES "Decision"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GoldSpan" ADD CONSTRAINT "GoldSpan_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GoldSpan" ADD CONSTRAINT "GoldSpan_projectId_articleId_fkey" FOREIGN KEY ("projectId", "articleId") REFERENCES "Article"("projectId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GoldSpan" ADD CONSTRAINT "GoldSpan_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "Decision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Release" ADD CONSTRAINT "Release_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApiToken" ADD CONSTRAINT "ApiToken_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;



-- States that must not exist, refused by the database itself.
ALTER TABLE "Span" ADD CONSTRAINT "Span_range_check" CHECK (0 <= "start" AND "start" < "end");
ALTER TABLE "Span" ADD CONSTRAINT "Span_quote_check" CHECK (char_length("quote") = "end" - "start");
ALTER TABLE "Span" ADD CONSTRAINT "Span_revision_check" CHECK ("revision" >= 1);
ALTER TABLE "GoldSpan" ADD CONSTRAINT "GoldSpan_range_check" CHECK (0 <= "start" AND "start" < "end");
ALTER TABLE "GoldSpan" ADD CONSTRAINT "GoldSpan_quote_check" CHECK (char_length("quote") = "end" - "start");
ALTER TABLE "GoldSpan" ADD CONSTRAINT "GoldSpan_source_check" CHECK (("outcome" = 'unanimous') = ("decisionId" IS NULL));
ALTER TABLE "GoldSpan" ADD CONSTRAINT "GoldSpan_support_check" CHECK (0 <= "nSupport" AND "nSupport" <= "nAnnotators");
ALTER TABLE "Disagreement" ADD CONSTRAINT "Disagreement_range_check" CHECK (0 <= "start" AND "start" < "end");
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_outcome_check" CHECK ("outcome" <> 'unanimous');
ALTER TABLE "Link" ADD CONSTRAINT "Link_ends_check" CHECK ("fromSpanId" <> "toSpanId");
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_submitted_check" CHECK (("status" = 'submitted') = ("submittedAt" IS NOT NULL));
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_revision_check" CHECK ("revision" >= 0 AND "activeSeconds" >= 0);
ALTER TABLE "Article" ADD CONSTRAINT "Article_text_check" CHECK (char_length("body") = "nCodePoints" AND "nCodePoints" > 0 AND char_length("title") > 0);
ALTER TABLE "Project" ADD CONSTRAINT "Project_annotators_check" CHECK ("annotatorsPerArticle" >= 1);
ALTER TABLE "CodebookVersion" ADD CONSTRAINT "CodebookVersion_number_check" CHECK ("number" >= 1);
ALTER TABLE "User" ADD CONSTRAINT "User_email_check" CHECK ("email" = lower("email"));

-- What happened stays as it happened: logs only grow, and texts never change under their offsets.
CREATE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% rows are never changed or deleted', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER "Operation_append_only" BEFORE UPDATE OR DELETE ON "Operation"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "Decision_append_only" BEFORE UPDATE OR DELETE ON "Decision"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "AuditEvent_append_only" BEFORE UPDATE OR DELETE ON "AuditEvent"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "Span_kept" BEFORE DELETE ON "Span"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "Article_immutable" BEFORE DELETE OR UPDATE OF "title", "body", "sha256" ON "Article"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "CodebookVersion_immutable" BEFORE UPDATE OR DELETE ON "CodebookVersion"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
