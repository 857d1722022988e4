import type { CellState } from '@/server/domain/coverage/coverage.schema'
import type { PaperFact } from '@/server/domain/exchange/paper.schema'
import type { Locale } from '@/server/domain/wire.schema'

/** What a screen shows, as pages to print: in words and numbers, without how they look. */
export interface Sheet {
  readonly title: string
  /** What its file is called behind the workspace, in its language: screen and period or day. */
  readonly fileName: string
  readonly language: Locale
  /** A line above the title: the workspace. */
  readonly kind: string
  /** Filter, day and whatever else the picture depends on. */
  readonly facts: readonly PaperFact[]
  readonly footer: string
  readonly madeAt: Date
  readonly isLandscape: boolean
  readonly parts: readonly SheetPart[]
}

export type SheetPart =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'facts'; readonly facts: readonly PaperFact[] }
  | { readonly kind: 'list'; readonly entries: readonly string[] }
  | SheetTable
  | SheetHeatmap
  | SheetBoard
  | SheetMonth

export interface SheetTable {
  readonly kind: 'table'
  readonly columns: readonly { readonly title: string; readonly share: number; readonly align?: 'left' | 'right' }[]
  readonly rows: readonly (readonly string[])[]
  /** Row by row: the states that colour its cells in a picture. */
  readonly states?: readonly (readonly (CellState | null)[])[]
}

export interface SheetHeatmap {
  readonly kind: 'heatmap'
  readonly rowHead: string
  readonly totalHead: string
  readonly columns: readonly { readonly name: string; readonly total: string }[]
  readonly rows: readonly {
    readonly name: string
    /** Its score, or null where nothing has a target. */
    readonly note: string | null
    readonly total: string
    readonly cells: readonly SheetCell[]
  }[]
  readonly legend: readonly { readonly state: CellState; readonly text: string }[]
}

export interface SheetCell {
  readonly state: CellState
  /** "1 / 4", or what stands for it. */
  readonly numbers: string
  /** The state in a word; empty where there is none. */
  readonly word: string
  /** "+2", or empty. */
  readonly stale: string
  /** Fresh items more (or fewer) than on the day compared with; null when nothing is compared. */
  readonly delta: number | null
  /** 0 to 1: how full beside the fullest; tints where nothing has a target. */
  readonly share: number
}

/** So many columns stand side by side on a page across; of more only those that hold anything are drawn. */
export const columnsBeside = 8

export interface SheetBoard {
  readonly kind: 'board'
  readonly columns: readonly {
    readonly title: string
    readonly note: string
    readonly cards: readonly { readonly title: string; readonly lines: readonly string[] }[]
    /** Said below the cards when there are more of them; otherwise empty. */
    readonly rest: string
  }[]
}

export interface SheetMonth {
  readonly kind: 'month'
  readonly weekdays: readonly string[]
  readonly weeks: readonly {
    /** "W 10" */
    readonly name: string
    readonly days: readonly SheetDay[]
    readonly bars: readonly SheetBar[]
  }[]
  /** Said of what does not fit into a day. */
  readonly more: (count: number) => string
}

/** A campaign over the days of a week. */
export interface SheetBar {
  readonly name: string
  readonly hue: number
  /** 0 to 6. */
  readonly start: number
  readonly length: number
  readonly lane: number
}

export interface SheetDay {
  readonly label: string
  readonly isInside: boolean
  readonly isToday: boolean
  /** A holiday's name, or empty. */
  readonly note: string
  readonly entries: readonly string[]
  /** All of the day; the entries are its first. */
  readonly count: number
}

/** A sheet as it is sent to be drawn by the browser, which has words of its own for what does not fit. */
export type PictureSheet = Omit<Sheet, 'madeAt' | 'parts'> & {
  readonly parts: readonly (Exclude<SheetPart, SheetMonth> | Omit<SheetMonth, 'more'>)[]
}
