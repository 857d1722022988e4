import { bulkEdit } from './bulk-edit.job'
import { findVague } from './find-vague.job'
import type { JobDefinition } from './job'
import { deriveNews, mailDigests, mailOneDigest, mailOneNews, notifyDay } from './notify.job'
import { postHook } from './post-hook.job'
import { publishDueJob } from './publish-due.job'
import { refreshGapsJob } from './refresh-gaps.job'
import { forgetImportFiles, runImport } from './run-import.job'

/** Every kind of job the runner knows. */
export const registry: readonly JobDefinition[] = [
  publishDueJob,
  bulkEdit,
  findVague,
  refreshGapsJob,
  runImport,
  forgetImportFiles,
  deriveNews,
  notifyDay,
  mailDigests,
  mailOneDigest,
  mailOneNews,
  postHook,
]
