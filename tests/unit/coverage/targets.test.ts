import { describe, expect, test } from 'vitest'
import { phasesNotApplicable, targetResolver } from '@/server/domain/coverage/targets.rules'
import { target } from '@/tests/unit/coverage/ask'

const preset = () => ({ min: 1, ideal: 3, max: null })

describe('what a cell has to reach', () => {
  test('the cell itself, else its row, else its column, else the preset', () => {
    const all = [target('awareness', 'email', [1, 1]), target('awareness', '', [2, 2]), target('', 'email', [3, 3])]
    const from = (targets: typeof all) => targetResolver('channel', targets, preset)('awareness', 'email')
    expect(from(all)).toEqual({ kind: 'numbers', numbers: { min: 1, ideal: 1, max: null }, from: 'cell' })
    expect(from(all.slice(1))).toMatchObject({ from: 'row', numbers: { ideal: 2 } })
    expect(from(all.slice(2))).toMatchObject({ from: 'column', numbers: { ideal: 3 } })
    expect(from([])).toMatchObject({ from: 'preset' })
  })

  test.each(['cell', 'row', 'column'] as const)('not applicable, said by the %s', (level) => {
    const said = {
      cell: target('awareness', 'email', 'why'),
      row: target('awareness', '', 'why'),
      column: target('', 'email', 'why'),
    }[level]
    expect(targetResolver('channel', [said], preset)('awareness', 'email')).toEqual({
      kind: 'not_applicable',
      reason: 'why',
      from: level,
    })
  })

  test('a cell overrules a row that is not applicable', () => {
    const targets = [target('awareness', '', 'why'), target('awareness', 'email', [1, 2])]
    expect(targetResolver('channel', targets, preset)('awareness', 'email')).toMatchObject({ from: 'cell' })
    expect(targetResolver('channel', targets, preset)('awareness', 'social')).toMatchObject({ kind: 'not_applicable' })
  })

  test('a target that says nothing silences the preset', () => {
    expect(targetResolver('channel', [target('awareness', 'email', null)], preset)('awareness', 'email')).toEqual({
      kind: 'none',
    })
  })

  test('presets speak of channels only, targets of their own dimension', () => {
    expect(targetResolver('type', [target('awareness', '', [1, 1])], preset)('awareness', 'faq')).toEqual({ kind: 'none' })
  })

  test('nothing is wanted of untagged items', () => {
    const targetOf = targetResolver('channel', [target('', 'untagged', [1, 1]), target('awareness', '', [1, 1])], preset)
    expect([targetOf('untagged', 'email'), targetOf('awareness', 'untagged')]).toEqual([{ kind: 'none' }, { kind: 'none' }])
  })
})

test('phases taken out as a whole', () => {
  expect(
    phasesNotApplicable([
      target('awareness', '', 'why'),
      target('retention', 'email', 'why'),
      target('', 'email', 'why'),
      target('advocacy', '', [1, 1]),
    ]),
  ).toEqual(new Set(['awareness']))
})
