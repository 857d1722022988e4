import { good } from '@/server/presets/samples/good'
import { large } from '@/server/presets/samples/large'
import type { Sample } from '@/server/presets/samples/sample'
import { worst } from '@/server/presets/samples/worst'

export const samples: Readonly<Record<Sample['key'], Sample>> = { good, worst, large }
