CREATE TABLE `publication_failures` (
	`workspace_id` text NOT NULL,
	`item_id` text NOT NULL,
	`act` text NOT NULL,
	`due_at` integer NOT NULL,
	`message_key` text NOT NULL,
	`details` text NOT NULL,
	`again` integer DEFAULT false NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`workspace_id`, `item_id`, `act`),
	FOREIGN KEY (`workspace_id`,`item_id`) REFERENCES `items`(`workspace_id`,`id`) ON UPDATE no action ON DELETE cascade
);
