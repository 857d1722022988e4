import { expect, test } from 'vitest'
import { gapsOfCell } from '@/components/gaps/gaps-of-cell'

const gap = (id: string, channel?: string, canPlan = true) => ({
  id,
  canPlan,
  scope: channel === undefined ? { phase: 'retention' } : { phase: 'retention', channel },
})
const rows = [
  { ...gap('stale items', undefined, false), under: [] },
  { ...gap('empty phase'), under: [gap('no mail', 'email'), gap('no video', 'video')] },
]

test('a cell names the gap of its channel first, then those of its phase, and no other channel', () => {
  expect(gapsOfCell(rows, 'video').map(({ id }) => id)).toEqual(['no video', 'empty phase', 'stale items'])
})

test('a phase as a whole names all of its gaps, first those that something new closes', () => {
  expect(gapsOfCell(rows, null).map(({ id }) => id)).toEqual(['empty phase', 'no mail', 'no video', 'stale items'])
})
