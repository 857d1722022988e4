CREATE TABLE "search_documents" (
	"workspace_id" text NOT NULL REFERENCES "workspaces"("id") ON DELETE CASCADE,
	"item_id" text NOT NULL,
	"words" tsvector NOT NULL,
	PRIMARY KEY ("workspace_id", "item_id")
);
--> statement-breakpoint
CREATE INDEX "search_documents_words" ON "search_documents" USING gin ("words");
