import type { Messages } from './messages'

/** The texts of files, each under the file's own name: `./messages/en/gaps.json` is `gaps`. */
export const byArea = (files: Record<string, Messages>): Messages =>
  Object.fromEntries(Object.entries(files).map(([path, texts]) => [/([^/]+)\.json$/.exec(path)?.[1] ?? path, texts]))
