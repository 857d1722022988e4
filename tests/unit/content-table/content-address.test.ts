import { describe, expect, test } from 'vitest'
import { effectiveSort, nextSort, sortOfText, sortText, usualSort } from '@/components/content/content-address'
import { addressOf, definitionOf, isOffered, isSame } from '@/components/views/view-definition'

describe('the order in the address', () => {
  test('comes back from its own text', () => {
    const sort = sortOfText('-publishedAt,title')
    expect(sort).toEqual([
      { field: 'publishedAt', descending: true },
      { field: 'title', descending: false },
    ])
    expect(sortText(sort)).toBe('-publishedAt,title')
  })

  test('passes over names that nobody knows and stops after five', () => {
    expect(sortOfText('colour,-title,')).toEqual([{ field: 'title', descending: true }])
    expect(sortOfText('title,type,status,phase,channel,owner')).toHaveLength(5)
    expect(sortOfText(null)).toEqual([])
  })

  test('a search without an order of its own comes best match first', () => {
    expect(effectiveSort([], true)).toEqual([{ field: 'relevance', descending: true }])
    expect(effectiveSort([], false)).toEqual(usualSort)
    expect(effectiveSort(sortOfText('title'), true)).toEqual([{ field: 'title', descending: false }])
  })
})

describe('pressing a heading', () => {
  test('goes from ascending over descending to the usual order', () => {
    const once = nextSort([], 'title', false)
    const twice = nextSort(once, 'title', false)
    expect(sortText(once)).toBe('title')
    expect(sortText(twice)).toBe('-title')
    expect(nextSort(twice, 'title', false)).toEqual([])
  })

  test('replaces another order, and with Shift joins it in its place', () => {
    const byType = nextSort([], 'type', false)
    expect(sortText(nextSort(byType, 'title', false))).toBe('title')
    const both = nextSort(byType, 'title', true)
    expect(sortText(both)).toBe('type,title')
    expect(sortText(nextSort(both, 'type', true))).toBe('-type,title')
    expect(sortText(nextSort(nextSort(both, 'type', true), 'type', true))).toBe('title')
  })
})

describe('a saved view', () => {
  test('knows an address whatever the order of its parts', () => {
    const one = definitionOf(new URLSearchParams('type=faq&phase=retention&phase=loyalty'))
    expect(definitionOf(new URLSearchParams('phase=loyalty&type=faq&phase=retention'))).toBe(one)
  })

  test('keeps nothing of what is only open at the moment', () => {
    expect(definitionOf(new URLSearchParams('view=abc&peek=i1&cell=x.y&sort=-title'))).toBe('sort=-title')
  })
})

describe('a view of another screen', () => {
  const view = { id: 'v1', screen: 'content', definition: 'phase=retention&sort=-title&field.price=1' } as const
  const search = new URLSearchParams('columns=owner&lanes=phase&type=faq&peek=i1')

  test('brings its filter and leaves the layout as it is', () => {
    expect(addressOf(view, 'board', search)).toBe('columns=owner&lanes=phase&phase=retention&field.price=1&view=v1')
    expect(addressOf(view, 'content', search)).toBe('phase=retention&sort=-title&field.price=1&view=v1')
  })

  test('leaves the calendar at the days that are looked at, which are no part of it', () => {
    const week = { id: 'v4', screen: 'calendar', definition: 'show=week' } as const
    const looking = new URLSearchParams('at=2027-02-01&show=week')
    expect(definitionOf(looking)).toBe('show=week')
    expect(addressOf(week, 'calendar', looking)).toBe('show=week&view=v4&at=2027-02-01')
    expect(isSame(week, 'calendar', looking)).toBe(true)
  })

  test('is unchanged as long as the filter is, however the screen is laid out', () => {
    expect(isSame(view, 'board', new URLSearchParams('lanes=channel&field.price=1&phase=retention&view=v1'))).toBe(true)
    expect(isSame(view, 'board', new URLSearchParams('phase=retention&view=v1'))).toBe(false)
    expect(isSame(view, 'content', new URLSearchParams('phase=retention&field.price=1&view=v1'))).toBe(false)
  })

  test('what the heatmap says itself is no filter there, nor one that leaves it', () => {
    const heat = { id: 'v2', screen: 'coverage', definition: 'by=channel&lens=aarrr&asOf=2026-01-01&persona=new' } as const
    expect(addressOf(heat, 'content', new URLSearchParams('sort=title'))).toBe('sort=title&persona=new&view=v2')
    const table = { id: 'v3', screen: 'content', definition: 'lens=aarrr&lensPhase=referral&persona=new' } as const
    expect(addressOf(table, 'coverage', new URLSearchParams('lens=pirate&mode=planned'))).toBe(
      'lens=pirate&mode=planned&persona=new&view=v3',
    )
  })

  test('is offered where the same items are shown, and only there', () => {
    expect(isOffered(view, 'calendar')).toBe(true)
    expect(isOffered(view, 'gaps')).toBe(false)
    expect(isOffered({ screen: 'gaps' }, 'gaps')).toBe(true)
  })
})
