CREATE TABLE "publication_failures" (
	"workspace_id" text NOT NULL,
	"item_id" text NOT NULL,
	"act" text NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"message_key" text NOT NULL,
	"details" jsonb NOT NULL,
	"again" boolean DEFAULT false NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "publication_failures_workspace_id_item_id_act_pk" PRIMARY KEY("workspace_id","item_id","act")
);
--> statement-breakpoint
ALTER TABLE "publication_failures" ADD CONSTRAINT "publication_failures_item" FOREIGN KEY ("workspace_id","item_id") REFERENCES "public"."items"("workspace_id","id") ON DELETE cascade ON UPDATE no action;