CREATE TABLE "findings" (
	"workspace_id" text NOT NULL,
	"id" text NOT NULL,
	"rule" text NOT NULL,
	"severity" text NOT NULL,
	"phase" text,
	"scope" jsonb NOT NULL,
	"evidence" jsonb NOT NULL,
	"state" text NOT NULL,
	"owner_id" text,
	"waiver_reason" text,
	"waived_until" text,
	"waived_by" text,
	"planned_item" text,
	"first_seen_at" timestamp (3) with time zone NOT NULL,
	"last_seen_at" timestamp (3) with time zone NOT NULL,
	"resolved_at" timestamp (3) with time zone,
	"revision" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "findings_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "rule_settings" (
	"workspace_id" text NOT NULL,
	"key" text NOT NULL,
	"enabled" boolean NOT NULL,
	"severity" text NOT NULL,
	"numbers" jsonb NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "rule_settings_workspace_id_key_pk" PRIMARY KEY("workspace_id","key")
);
--> statement-breakpoint
CREATE TABLE "targets" (
	"workspace_id" text NOT NULL,
	"dimension" text NOT NULL,
	"phase" text NOT NULL,
	"value" text NOT NULL,
	"min" integer,
	"ideal" integer,
	"max" integer,
	"reason" text,
	"revision" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "targets_workspace_id_dimension_phase_value_pk" PRIMARY KEY("workspace_id","dimension","phase","value")
);
--> statement-breakpoint
CREATE TABLE "changes" (
	"workspace_id" text NOT NULL,
	"seq" integer NOT NULL,
	"change_set" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"actor" text NOT NULL,
	"subject" text NOT NULL,
	"subject_id" text NOT NULL,
	"operation" text NOT NULL,
	"before" jsonb,
	"after" jsonb,
	CONSTRAINT "changes_workspace_id_seq_pk" PRIMARY KEY("workspace_id","seq")
);
--> statement-breakpoint
CREATE TABLE "item_bodies" (
	"workspace_id" text NOT NULL,
	"item_id" text NOT NULL,
	"body" text NOT NULL,
	CONSTRAINT "item_bodies_workspace_id_item_id_pk" PRIMARY KEY("workspace_id","item_id")
);
--> statement-breakpoint
CREATE TABLE "item_drafts" (
	"workspace_id" text NOT NULL,
	"user_id" text NOT NULL,
	"item_id" text NOT NULL,
	"base_revision" integer NOT NULL,
	"edit" jsonb NOT NULL,
	"saved_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "item_drafts_workspace_id_user_id_item_id_pk" PRIMARY KEY("workspace_id","user_id","item_id")
);
--> statement-breakpoint
CREATE TABLE "item_tags" (
	"workspace_id" text NOT NULL,
	"item_id" text NOT NULL,
	"dimension" text NOT NULL,
	"key" text NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "item_tags_workspace_id_item_id_dimension_key_pk" PRIMARY KEY("workspace_id","item_id","dimension","key")
);
--> statement-breakpoint
CREATE TABLE "items" (
	"workspace_id" text NOT NULL,
	"id" text NOT NULL,
	"group_id" text NOT NULL,
	"title" text NOT NULL,
	"type" text NOT NULL,
	"purpose" text,
	"step" text NOT NULL,
	"url" text,
	"url_key" text,
	"locale" text,
	"owner_id" text,
	"note" text NOT NULL,
	"fields" jsonb NOT NULL,
	"vague" jsonb NOT NULL,
	"planned_for" text,
	"due_on" text,
	"publish_at" timestamp (3) with time zone,
	"published_at" timestamp (3) with time zone,
	"unpublish_at" timestamp (3) with time zone,
	"review_by" text,
	"status_since" timestamp (3) with time zone NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" text,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"deleted_at" timestamp (3) with time zone,
	CONSTRAINT "items_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "import_files" (
	"workspace_id" text NOT NULL,
	"import_id" text NOT NULL,
	"piece" integer NOT NULL,
	"bytes" "bytea" NOT NULL,
	CONSTRAINT "import_files_workspace_id_import_id_piece_pk" PRIMARY KEY("workspace_id","import_id","piece")
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"workspace_id" text NOT NULL,
	"id" text NOT NULL,
	"user_id" text,
	"file_name" text NOT NULL,
	"state" text NOT NULL,
	"settings" jsonb NOT NULL,
	"progress" jsonb,
	"report" jsonb,
	"change_set" text,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "imports_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "jobs" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text,
	"name" text NOT NULL,
	"payload" jsonb NOT NULL,
	"dedupe_key" text,
	"run_at" timestamp (3) with time zone NOT NULL,
	"leased_until" timestamp (3) with time zone,
	"attempts" integer DEFAULT 0 NOT NULL,
	"last_error" text,
	"failed_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "installation" (
	"key" text PRIMARY KEY NOT NULL,
	"value" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "links" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"secret_hash" text NOT NULL,
	"workspace_id" text,
	"user_id" text,
	"email" text,
	"role" text,
	"created_by" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" text PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"password_hash" text,
	"session_version" integer DEFAULT 1 NOT NULL,
	"locale" text NOT NULL,
	"preferences" jsonb NOT NULL,
	"is_operator" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "vocabulary" (
	"workspace_id" text NOT NULL,
	"dimension" text NOT NULL,
	"key" text NOT NULL,
	"name_en" text NOT NULL,
	"name_de" text NOT NULL,
	"position" integer NOT NULL,
	"synonyms" jsonb NOT NULL,
	"details" jsonb NOT NULL,
	"origin" text NOT NULL,
	"source" text,
	"archived_at" timestamp (3) with time zone,
	"revision" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "vocabulary_workspace_id_dimension_key_pk" PRIMARY KEY("workspace_id","dimension","key")
);
--> statement-breakpoint
CREATE TABLE "members" (
	"workspace_id" text NOT NULL,
	"user_id" text NOT NULL,
	"role" text NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "members_workspace_id_user_id_pk" PRIMARY KEY("workspace_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "selections" (
	"workspace_id" text NOT NULL,
	"id" text NOT NULL,
	"user_id" text,
	"filter" text NOT NULL,
	"item_ids" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "selections_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "views" (
	"workspace_id" text NOT NULL,
	"id" text NOT NULL,
	"screen" text NOT NULL,
	"name" text NOT NULL,
	"owner_id" text,
	"created_by" text,
	"is_default" boolean DEFAULT false NOT NULL,
	"is_locked" boolean DEFAULT false NOT NULL,
	"definition" text NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "views_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "workspaces" (
	"id" text PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"locale" text NOT NULL,
	"time_zone" text NOT NULL,
	"country" text,
	"segment" text NOT NULL,
	"sells_goods" boolean NOT NULL,
	"model" text NOT NULL,
	"vague_phrases" jsonb,
	"seq" integer DEFAULT 0 NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "findings" ADD CONSTRAINT "findings_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rule_settings" ADD CONSTRAINT "rule_settings_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "targets" ADD CONSTRAINT "targets_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "changes" ADD CONSTRAINT "changes_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_bodies" ADD CONSTRAINT "item_bodies_item" FOREIGN KEY ("workspace_id","item_id") REFERENCES "public"."items"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_drafts" ADD CONSTRAINT "item_drafts_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_tags" ADD CONSTRAINT "item_tags_item" FOREIGN KEY ("workspace_id","item_id") REFERENCES "public"."items"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_tags" ADD CONSTRAINT "item_tags_term_fk" FOREIGN KEY ("workspace_id","dimension","key") REFERENCES "public"."vocabulary"("workspace_id","dimension","key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "items" ADD CONSTRAINT "items_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vocabulary" ADD CONSTRAINT "vocabulary_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "selections" ADD CONSTRAINT "selections_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "views" ADD CONSTRAINT "views_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "changes_set" ON "changes" USING btree ("workspace_id","change_set");--> statement-breakpoint
CREATE INDEX "changes_subject" ON "changes" USING btree ("workspace_id","subject","subject_id","seq");--> statement-breakpoint
CREATE INDEX "changes_at" ON "changes" USING btree ("workspace_id","at");--> statement-breakpoint
CREATE INDEX "item_tags_term" ON "item_tags" USING btree ("workspace_id","dimension","key");--> statement-breakpoint
CREATE INDEX "items_url" ON "items" USING btree ("workspace_id","url_key");--> statement-breakpoint
CREATE UNIQUE INDEX "jobs_dedupe" ON "jobs" USING btree ("dedupe_key");--> statement-breakpoint
CREATE INDEX "jobs_due" ON "jobs" USING btree ("run_at");--> statement-breakpoint
CREATE UNIQUE INDEX "links_secret" ON "links" USING btree ("secret_hash");--> statement-breakpoint
CREATE INDEX "links_workspace" ON "links" USING btree ("workspace_id");--> statement-breakpoint
CREATE UNIQUE INDEX "users_email" ON "users" USING btree ("email");--> statement-breakpoint
CREATE INDEX "members_user" ON "members" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "workspaces_slug" ON "workspaces" USING btree ("slug");