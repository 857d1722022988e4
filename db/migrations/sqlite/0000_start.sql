CREATE TABLE `findings` (
	`workspace_id` text NOT NULL,
	`id` text NOT NULL,
	`rule` text NOT NULL,
	`severity` text NOT NULL,
	`phase` text,
	`scope` text NOT NULL,
	`evidence` text NOT NULL,
	`state` text NOT NULL,
	`owner_id` text,
	`waiver_reason` text,
	`waived_until` text,
	`waived_by` text,
	`planned_item` text,
	`first_seen_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	`resolved_at` integer,
	`revision` integer DEFAULT 1 NOT NULL,
	PRIMARY KEY(`workspace_id`, `id`),
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `rule_settings` (
	`workspace_id` text NOT NULL,
	`key` text NOT NULL,
	`enabled` integer NOT NULL,
	`severity` text NOT NULL,
	`numbers` text NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	PRIMARY KEY(`workspace_id`, `key`),
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `targets` (
	`workspace_id` text NOT NULL,
	`dimension` text NOT NULL,
	`phase` text NOT NULL,
	`value` text NOT NULL,
	`min` integer,
	`ideal` integer,
	`max` integer,
	`reason` text,
	`revision` integer DEFAULT 1 NOT NULL,
	PRIMARY KEY(`workspace_id`, `dimension`, `phase`, `value`),
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `changes` (
	`workspace_id` text NOT NULL,
	`seq` integer NOT NULL,
	`change_set` text NOT NULL,
	`at` integer NOT NULL,
	`actor` text NOT NULL,
	`subject` text NOT NULL,
	`subject_id` text NOT NULL,
	`operation` text NOT NULL,
	`before` text,
	`after` text,
	PRIMARY KEY(`workspace_id`, `seq`),
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `changes_set` ON `changes` (`workspace_id`,`change_set`);--> statement-breakpoint
CREATE INDEX `changes_subject` ON `changes` (`workspace_id`,`subject`,`subject_id`,`seq`);--> statement-breakpoint
CREATE INDEX `changes_at` ON `changes` (`workspace_id`,`at`);--> statement-breakpoint
CREATE TABLE `item_bodies` (
	`workspace_id` text NOT NULL,
	`item_id` text NOT NULL,
	`body` text NOT NULL,
	PRIMARY KEY(`workspace_id`, `item_id`),
	FOREIGN KEY (`workspace_id`,`item_id`) REFERENCES `items`(`workspace_id`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `item_drafts` (
	`workspace_id` text NOT NULL,
	`user_id` text NOT NULL,
	`item_id` text NOT NULL,
	`base_revision` integer NOT NULL,
	`edit` text NOT NULL,
	`saved_at` integer NOT NULL,
	PRIMARY KEY(`workspace_id`, `user_id`, `item_id`),
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `item_tags` (
	`workspace_id` text NOT NULL,
	`item_id` text NOT NULL,
	`dimension` text NOT NULL,
	`key` text NOT NULL,
	`position` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`workspace_id`, `item_id`, `dimension`, `key`),
	FOREIGN KEY (`workspace_id`,`item_id`) REFERENCES `items`(`workspace_id`,`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`workspace_id`,`dimension`,`key`) REFERENCES `vocabulary`(`workspace_id`,`dimension`,`key`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `item_tags_term` ON `item_tags` (`workspace_id`,`dimension`,`key`);--> statement-breakpoint
CREATE TABLE `items` (
	`workspace_id` text NOT NULL,
	`id` text NOT NULL,
	`group_id` text NOT NULL,
	`title` text NOT NULL,
	`type` text NOT NULL,
	`purpose` text,
	`step` text NOT NULL,
	`url` text,
	`url_key` text,
	`locale` text,
	`owner_id` text,
	`note` text NOT NULL,
	`fields` text NOT NULL,
	`vague` text NOT NULL,
	`planned_for` text,
	`due_on` text,
	`publish_at` integer,
	`published_at` integer,
	`unpublish_at` integer,
	`review_by` text,
	`status_since` integer NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text,
	`updated_at` integer NOT NULL,
	`deleted_at` integer,
	PRIMARY KEY(`workspace_id`, `id`),
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `items_url` ON `items` (`workspace_id`,`url_key`);--> statement-breakpoint
CREATE TABLE `import_files` (
	`workspace_id` text NOT NULL,
	`import_id` text NOT NULL,
	`piece` integer NOT NULL,
	`bytes` blob NOT NULL,
	PRIMARY KEY(`workspace_id`, `import_id`, `piece`)
);
--> statement-breakpoint
CREATE TABLE `imports` (
	`workspace_id` text NOT NULL,
	`id` text NOT NULL,
	`user_id` text,
	`file_name` text NOT NULL,
	`state` text NOT NULL,
	`settings` text NOT NULL,
	`progress` text,
	`report` text,
	`change_set` text,
	`revision` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`workspace_id`, `id`),
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `jobs` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text,
	`name` text NOT NULL,
	`payload` text NOT NULL,
	`dedupe_key` text,
	`run_at` integer NOT NULL,
	`leased_until` integer,
	`attempts` integer DEFAULT 0 NOT NULL,
	`last_error` text,
	`failed_at` integer,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `jobs_dedupe` ON `jobs` (`dedupe_key`);--> statement-breakpoint
CREATE INDEX `jobs_due` ON `jobs` (`run_at`);--> statement-breakpoint
CREATE TABLE `installation` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `links` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`secret_hash` text NOT NULL,
	`workspace_id` text,
	`user_id` text,
	`email` text,
	`role` text,
	`created_by` text,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `links_secret` ON `links` (`secret_hash`);--> statement-breakpoint
CREATE INDEX `links_workspace` ON `links` (`workspace_id`);--> statement-breakpoint
CREATE TABLE `users` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`password_hash` text,
	`session_version` integer DEFAULT 1 NOT NULL,
	`locale` text NOT NULL,
	`preferences` text NOT NULL,
	`is_operator` integer DEFAULT false NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `users_email` ON `users` (`email`);--> statement-breakpoint
CREATE TABLE `vocabulary` (
	`workspace_id` text NOT NULL,
	`dimension` text NOT NULL,
	`key` text NOT NULL,
	`name_en` text NOT NULL,
	`name_de` text NOT NULL,
	`position` integer NOT NULL,
	`synonyms` text NOT NULL,
	`details` text NOT NULL,
	`origin` text NOT NULL,
	`source` text,
	`archived_at` integer,
	`revision` integer DEFAULT 1 NOT NULL,
	PRIMARY KEY(`workspace_id`, `dimension`, `key`),
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `members` (
	`workspace_id` text NOT NULL,
	`user_id` text NOT NULL,
	`role` text NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`workspace_id`, `user_id`),
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `members_user` ON `members` (`user_id`);--> statement-breakpoint
CREATE TABLE `selections` (
	`workspace_id` text NOT NULL,
	`id` text NOT NULL,
	`user_id` text,
	`filter` text NOT NULL,
	`item_ids` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`workspace_id`, `id`),
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `views` (
	`workspace_id` text NOT NULL,
	`id` text NOT NULL,
	`screen` text NOT NULL,
	`name` text NOT NULL,
	`owner_id` text,
	`created_by` text,
	`is_default` integer DEFAULT false NOT NULL,
	`is_locked` integer DEFAULT false NOT NULL,
	`definition` text NOT NULL,
	`position` integer DEFAULT 0 NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`workspace_id`, `id`),
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `workspaces` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`locale` text NOT NULL,
	`time_zone` text NOT NULL,
	`country` text,
	`segment` text NOT NULL,
	`sells_goods` integer NOT NULL,
	`model` text NOT NULL,
	`vague_phrases` text,
	`seq` integer DEFAULT 0 NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `workspaces_slug` ON `workspaces` (`slug`);