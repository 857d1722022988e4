CREATE TABLE `search_documents` (
	`id` integer PRIMARY KEY AUTOINCREMENT,
	`workspace_id` text NOT NULL REFERENCES `workspaces`(`id`) ON DELETE CASCADE,
	`item_id` text NOT NULL,
	`title` text NOT NULL,
	`words` text NOT NULL,
	`scope` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `search_documents_item` ON `search_documents` (`workspace_id`,`item_id`);
--> statement-breakpoint
CREATE VIRTUAL TABLE `search_index` USING fts5(`title`, `words`, `scope`, content='search_documents', content_rowid='id', tokenize='unicode61 remove_diacritics 0');
--> statement-breakpoint
CREATE TRIGGER `search_documents_added` AFTER INSERT ON `search_documents` BEGIN
	INSERT INTO `search_index`(rowid, title, words, scope) VALUES (new.id, new.title, new.words, new.scope);
END;
--> statement-breakpoint
CREATE TRIGGER `search_documents_removed` AFTER DELETE ON `search_documents` BEGIN
	INSERT INTO `search_index`(`search_index`, rowid, title, words, scope) VALUES ('delete', old.id, old.title, old.words, old.scope);
END;
--> statement-breakpoint
CREATE TRIGGER `search_documents_changed` AFTER UPDATE ON `search_documents` BEGIN
	INSERT INTO `search_index`(`search_index`, rowid, title, words, scope) VALUES ('delete', old.id, old.title, old.words, old.scope);
	INSERT INTO `search_index`(rowid, title, words, scope) VALUES (new.id, new.title, new.words, new.scope);
END;
