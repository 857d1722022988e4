CREATE TABLE `job_runs` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text,
	`name` text NOT NULL,
	`started_at` integer NOT NULL,
	`ended_at` integer NOT NULL,
	`attempt` integer NOT NULL,
	`error` text,
	`done` text
);
--> statement-breakpoint
CREATE INDEX `job_runs_name` ON `job_runs` (`name`,`started_at`);--> statement-breakpoint
CREATE INDEX `job_runs_workspace` ON `job_runs` (`workspace_id`,`started_at`);--> statement-breakpoint
CREATE TABLE `feeds` (
	`workspace_id` text NOT NULL,
	`id` text NOT NULL,
	`view_id` text NOT NULL,
	`user_id` text NOT NULL,
	`secret_hash` text NOT NULL,
	`locale` text NOT NULL,
	`created_at` integer NOT NULL,
	`revoked_at` integer,
	`last_read_at` integer,
	PRIMARY KEY(`workspace_id`, `id`),
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `feeds_secret` ON `feeds` (`workspace_id`,`secret_hash`);--> statement-breakpoint
CREATE TABLE `hooks` (
	`workspace_id` text NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`url` text NOT NULL,
	`locale` text NOT NULL,
	`events` text NOT NULL,
	`is_enabled` integer DEFAULT true NOT NULL,
	`last_sent_at` integer,
	`last_error` text,
	`failures` integer DEFAULT 0 NOT NULL,
	`created_by` text,
	`created_at` integer NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	PRIMARY KEY(`workspace_id`, `id`),
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `comments` (
	`workspace_id` text NOT NULL,
	`id` text NOT NULL,
	`subject` text NOT NULL,
	`subject_id` text NOT NULL,
	`parent_id` text,
	`body` text NOT NULL,
	`mentions` text NOT NULL,
	`author_id` text,
	`author_name` text,
	`review_link_id` text,
	`created_at` integer NOT NULL,
	`edited_at` integer,
	`resolved_at` integer,
	`resolved_by` text,
	`deleted_at` integer,
	`revision` integer DEFAULT 1 NOT NULL,
	PRIMARY KEY(`workspace_id`, `id`),
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `comments_subject` ON `comments` (`workspace_id`,`subject`,`subject_id`);--> statement-breakpoint
CREATE TABLE `notification_choices` (
	`workspace_id` text NOT NULL,
	`user_id` text NOT NULL,
	`choices` text NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`workspace_id`, `user_id`),
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `notifications` (
	`workspace_id` text NOT NULL,
	`id` text NOT NULL,
	`user_id` text NOT NULL,
	`kind` text NOT NULL,
	`subject` text NOT NULL,
	`subject_id` text NOT NULL,
	`details` text NOT NULL,
	`actor` text NOT NULL,
	`dedupe_key` text,
	`at` integer NOT NULL,
	`read_at` integer,
	`mailed_at` integer,
	PRIMARY KEY(`workspace_id`, `id`),
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `notifications_dedupe` ON `notifications` (`workspace_id`,`user_id`,`dedupe_key`);--> statement-breakpoint
CREATE INDEX `notifications_user` ON `notifications` (`workspace_id`,`user_id`,`at`);--> statement-breakpoint
CREATE TABLE `review_links` (
	`workspace_id` text NOT NULL,
	`id` text NOT NULL,
	`subject` text NOT NULL,
	`subject_id` text NOT NULL,
	`label` text NOT NULL,
	`secret_hash` text NOT NULL,
	`may_comment` integer DEFAULT true NOT NULL,
	`created_by` text,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`revoked_at` integer,
	`last_used_at` integer,
	PRIMARY KEY(`workspace_id`, `id`),
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `review_links_secret` ON `review_links` (`workspace_id`,`secret_hash`);--> statement-breakpoint
CREATE TABLE `approvals` (
	`workspace_id` text NOT NULL,
	`item_id` text NOT NULL,
	`step` text NOT NULL,
	`user_id` text NOT NULL,
	`at` integer NOT NULL,
	`hash` text NOT NULL,
	PRIMARY KEY(`workspace_id`, `item_id`),
	FOREIGN KEY (`workspace_id`,`item_id`) REFERENCES `items`(`workspace_id`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `briefs` (
	`workspace_id` text NOT NULL,
	`item_id` text NOT NULL,
	`content` text NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`workspace_id`, `item_id`),
	FOREIGN KEY (`workspace_id`,`item_id`) REFERENCES `items`(`workspace_id`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `checks` (
	`workspace_id` text NOT NULL,
	`item_id` text NOT NULL,
	`step` text NOT NULL,
	`key` text NOT NULL,
	`user_id` text,
	`at` integer NOT NULL,
	PRIMARY KEY(`workspace_id`, `item_id`, `step`, `key`),
	FOREIGN KEY (`workspace_id`,`item_id`) REFERENCES `items`(`workspace_id`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `tasks` (
	`workspace_id` text NOT NULL,
	`id` text NOT NULL,
	`subject` text NOT NULL,
	`subject_id` text NOT NULL,
	`title` text NOT NULL,
	`note` text NOT NULL,
	`assignee_id` text,
	`due_on` text,
	`due_rule` text,
	`after` text NOT NULL,
	`recurrence` text,
	`position` integer DEFAULT 0 NOT NULL,
	`done_at` integer,
	`done_by` text,
	`created_by` text,
	`created_at` integer NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	PRIMARY KEY(`workspace_id`, `id`),
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `tasks_subject` ON `tasks` (`workspace_id`,`subject`,`subject_id`);--> statement-breakpoint
CREATE INDEX `tasks_assignee` ON `tasks` (`workspace_id`,`assignee_id`);--> statement-breakpoint
ALTER TABLE `items` ADD `rank` text;--> statement-breakpoint
CREATE INDEX `items_publish` ON `items` (`publish_at`);--> statement-breakpoint
CREATE INDEX `items_unpublish` ON `items` (`unpublish_at`);