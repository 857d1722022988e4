import { isFilterField } from '@/server/domain/filter/filter-text.rules'
import type { View } from '@/server/domain/views/view.schema'

type Screen = View['screen']
type Pair = readonly [name: string, value: string]

/** What of an address is no part of a view: which one it is, what is open beside it, and the days that are looked at just now. */
const passing = ['view', 'peek', 'cell', 'at', 'presentation']

/** The search part of an address as a view keeps it: equal addresses give equal text. */
export function definitionOf(search: URLSearchParams): string {
  return sorted([...search].filter(([name]) => !passing.includes(name)))
}

/** These show the same items, so each offers the views of the others. */
export const screensOfItems = ['content', 'calendar', 'board', 'coverage'] as const satisfies readonly Screen[]

/** Whether a view can be opened on a screen: its own, or the filter of one that was saved elsewhere. */
export const isOffered = (view: Pick<View, 'screen'>, screen: Screen): boolean =>
  view.screen === screen || [view.screen, screen].every((one) => screensOfItems.some((known) => known === one))

/** Whether two addresses of a screen are the same view of it; of another screen's only the filter is meant. */
export function isSame(view: Pick<View, 'screen' | 'definition'>, screen: Screen, search: URLSearchParams): boolean {
  if (view.screen === screen) return view.definition === definitionOf(search)
  return sorted(filterOf(view, screen)) === sorted([...search].filter(([name]) => isFilterOn(screen, name)))
}

/** The address of a view on a screen. One of another screen brings its filter; how it is laid out here stays. */
export function addressOf(view: Pick<View, 'id' | 'screen' | 'definition'>, screen: Screen, search: URLSearchParams): string {
  if (view.screen === screen) {
    const own = new URLSearchParams(view.definition)
    own.set('view', view.id)
    // No part of a view: the calendar stays at the days that are looked at.
    const at = search.get('at')
    if (at !== null) own.set('at', at)
    return own.toString()
  }
  const layout = [...search].filter(([name]) => !isFilterOn(screen, name) && !['view', 'peek', 'cell'].includes(name))
  return textOf([...layout, ...filterOf(view, screen), ['view', view.id]])
}

/** The heatmap says itself, beside its filter, what counts and from which side it is looked at. */
const saysItself: readonly string[] = ['counts', 'asOf', 'lens', 'lensPhase']

const isFilterOn = (screen: Screen, name: string): boolean =>
  isFilterField(name) && !(screen === 'coverage' && saysItself.includes(name))

const filterOf = ({ screen, definition }: Pick<View, 'screen' | 'definition'>, on: Screen): Pair[] =>
  [...new URLSearchParams(definition)].filter(([name]) => isFilterOn(screen, name) && isFilterOn(on, name))

const textOf = (pairs: readonly Pair[]): string => new URLSearchParams(pairs.map(([name, value]) => [name, value])).toString()

const sorted = (pairs: readonly Pair[]): string =>
  textOf(pairs.toSorted(([a, x], [b, y]) => (a === b ? (x < y ? -1 : 1) : a < b ? -1 : 1)))
