import { byArea } from './by-area'
import type { Messages } from './messages'

/** What screens say in German: all but what only the command line and mails do. */
export const texts = byArea(
  import.meta.glob<Messages>(['./messages/de/*.json', '!**/{cli,mail}.json'], { eager: true, import: 'default' }),
)
