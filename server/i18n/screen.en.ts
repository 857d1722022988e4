import { byArea } from './by-area'
import type { Messages } from './messages'

/** What screens say in English: all but what only the command line and mails do. */
export const texts = byArea(
  import.meta.glob<Messages>(['./messages/en/*.json', '!**/{cli,mail}.json'], { eager: true, import: 'default' }),
)
