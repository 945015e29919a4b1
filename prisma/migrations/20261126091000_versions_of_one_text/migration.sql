-- DropIndex
DROP INDEX "Article_projectId_sha256_key";

-- AlterTable
ALTER TABLE "Article" ADD COLUMN     "textVersion" INTEGER NOT NULL DEFAULT 1;

-- CreateIndex
CREATE UNIQUE INDEX "Article_projectId_sha256_textVersion_key" ON "Article"("projectId", "sha256", "textVersion");



-- A text belongs to one article of a project, whose versions may have it again under another title.
ALTER TABLE "Article" ADD CONSTRAINT "Article_text_version_check"
  CHECK (1 <= "textVersion" AND "textVersion" <= "version");

CREATE FUNCTION "refuse_text_of_another_article"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM "Article"
    WHERE "projectId" = NEW."projectId" AND "sha256" = NEW."sha256"
      AND "textVersion" = NEW."textVersion" - 1 AND "externalId" = NEW."externalId"
      AND "version" < NEW."version"
  ) THEN
    RAISE EXCEPTION 'no earlier version of this article has this text' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "Article_text_of_one_article" BEFORE INSERT ON "Article"
  FOR EACH ROW WHEN (NEW."textVersion" > 1) EXECUTE FUNCTION "refuse_text_of_another_article"();

DROP TRIGGER "Article_immutable" ON "Article";
CREATE TRIGGER "Article_immutable"
  BEFORE DELETE OR UPDATE OF "title", "body", "sha256", "version", "textVersion" ON "Article"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
