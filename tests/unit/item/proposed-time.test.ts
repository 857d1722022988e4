import { expect, test } from 'vitest'
import { proposedTime } from '@/components/item/proposed-time'

const now = Date.parse('2026-11-20T12:00:00Z')

test('publication is proposed for the planned day, at its time or at nine on the clocks of the workspace', () => {
  expect(proposedTime('2026-12-01', 'Europe/Berlin', now)).toEqual(new Date('2026-12-01T08:00:00Z'))
  expect(proposedTime('2026-12-01T14:30', 'Europe/Berlin', now)).toEqual(new Date('2026-12-01T13:30:00Z'))
})

test('nothing is proposed that has passed, or without a planned day', () => {
  expect(proposedTime('2026-11-20', 'Europe/Berlin', now)).toBeNull()
  expect(proposedTime(null, 'Europe/Berlin', now)).toBeNull()
})
