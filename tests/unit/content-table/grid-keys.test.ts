import { describe, expect, test } from 'vitest'
import { moveOf, typedSign } from '@/components/content/grid-keys'

const size = { rows: 100, columns: 5, page: 10 }
const press = (key: string, held: 'ctrl' | 'meta' | 'none' = 'none') => ({
  key,
  ctrlKey: held === 'ctrl',
  metaKey: held === 'meta',
  altKey: false,
})

describe('moving in the grid', () => {
  test('arrows go to the neighbour and stop at the edges', () => {
    expect(moveOf(press('ArrowDown'), { row: 3, column: 2 }, size)).toEqual({ row: 4, column: 2 })
    expect(moveOf(press('ArrowDown'), { row: 99, column: 2 }, size)).toEqual({ row: 99, column: 2 })
    expect(moveOf(press('ArrowRight'), { row: 3, column: 4 }, size)).toEqual({ row: 3, column: 4 })
  })

  test('the headings stand above the first row and the tick boxes before the first column', () => {
    expect(moveOf(press('ArrowUp'), { row: 0, column: 2 }, size)).toEqual({ row: -1, column: 2 })
    expect(moveOf(press('ArrowUp'), { row: -1, column: 2 }, size)).toEqual({ row: -1, column: 2 })
    expect(moveOf(press('ArrowLeft'), { row: 0, column: 0 }, size)).toEqual({ row: 0, column: -1 })
  })

  test('Home and End stay in the row, with Ctrl or Cmd they go to the corners', () => {
    expect(moveOf(press('Home'), { row: 50, column: 3 }, size)).toEqual({ row: 50, column: -1 })
    expect(moveOf(press('End'), { row: 50, column: 0 }, size)).toEqual({ row: 50, column: 4 })
    expect(moveOf(press('Home', 'ctrl'), { row: 50, column: 3 }, size)).toEqual({ row: 0, column: -1 })
    expect(moveOf(press('End', 'meta'), { row: 50, column: 3 }, size)).toEqual({ row: 99, column: 4 })
  })

  test('a page is as many rows as can be seen, and going up by pages ends at the first row', () => {
    expect(moveOf(press('PageDown'), { row: 5, column: 0 }, size)).toEqual({ row: 15, column: 0 })
    expect(moveOf(press('PageUp'), { row: 5, column: 0 }, size)).toEqual({ row: 0, column: 0 })
  })

  test('other keys move nothing', () => {
    expect(moveOf(press('Enter'), { row: 0, column: 0 }, size)).toBeUndefined()
  })
})

describe('typing in a cell', () => {
  const shortcuts = new Set(['p', 'x', '?'])

  test('begins an edit with the sign', () => {
    expect(typedSign(press('Ä'), shortcuts)).toBe('Ä')
    expect(typedSign(press('7'), shortcuts)).toBe('7')
  })

  test('leaves shortcuts, the space and chords to others', () => {
    expect(typedSign(press('p'), shortcuts)).toBeNull()
    expect(typedSign(press('X'), shortcuts)).toBeNull()
    expect(typedSign(press(' '), shortcuts)).toBeNull()
    expect(typedSign(press('b', 'ctrl'), shortcuts)).toBeNull()
    expect(typedSign(press('F2'), shortcuts)).toBeNull()
  })

  test('with the shortcuts switched off every letter begins an edit', () => {
    expect(typedSign(press('p'), new Set())).toBe('p')
  })
})
