import { expect, test } from 'vitest'
import { abilities, can, roles } from '@/server/domain/access/access.rules'

const matrix = abilities.map((ability) => {
  const allowed = roles.filter((role) => can({ kind: 'member', userId: 'u', workspaceId: 'w', role }, ability))
  return `${ability.padEnd(18)} ${allowed.join(' ')}`
})

test('who may do what', () => {
  expect(matrix.join('\n')).toMatchSnapshot()
})

test('a higher role may do whatever a lower one may', () => {
  for (const ability of abilities) {
    const allowed = roles.map((role) => can({ kind: 'member', userId: 'u', workspaceId: 'w', role }, ability))
    expect(allowed).toEqual([...allowed].sort())
  }
})
