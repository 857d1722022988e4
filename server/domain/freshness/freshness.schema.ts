import type { z } from 'zod'
import { bulkResult } from '@/server/domain/content/bulk.schema'
import { day } from '@/server/domain/wire.schema'

/** What came of "still valid". `reviewBy`: the day of the next look, where it was said of one item. */
export const confirmation = bulkResult.extend({ reviewBy: day.nullable() })
export type Confirmation = z.infer<typeof confirmation>
