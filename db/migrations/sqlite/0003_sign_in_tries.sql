CREATE TABLE `sign_in_tries` (
	`key` text PRIMARY KEY NOT NULL,
	`tries` integer NOT NULL,
	`pauses` integer NOT NULL,
	`window_ends_at` integer NOT NULL,
	`paused_until` integer,
	`expires_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `sign_in_tries_expiry` ON `sign_in_tries` (`expires_at`);