CREATE TABLE "sign_in_tries" (
	"key" text PRIMARY KEY NOT NULL,
	"tries" integer NOT NULL,
	"pauses" integer NOT NULL,
	"window_ends_at" timestamp (3) with time zone NOT NULL,
	"paused_until" timestamp (3) with time zone,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "sign_in_tries_expiry" ON "sign_in_tries" USING btree ("expires_at");