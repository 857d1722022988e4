import type { Locale } from '@/server/domain/wire.schema'

/** A document to be read on paper or as plain text: what it says, in its order, without how it looks. */
export interface Paper {
  readonly title: string
  /** The language of its labels. */
  readonly language: Locale
  /** A line above the title: what kind of document this is. */
  readonly kind: string
  readonly facts: readonly PaperFact[]
  readonly sections: readonly PaperSection[]
  /** Stands at the foot of each page. */
  readonly footer: string
  readonly madeAt: Date
}

export interface PaperFact {
  readonly label: string
  readonly value: string
}

export interface PaperSection {
  readonly heading: string
  readonly blocks: readonly PaperBlock[]
}

export type PaperBlock =
  | { readonly kind: 'text'; readonly text: string }
  /** Said by the program about what stands above or below. */
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'list'; readonly entries: readonly string[] }
  | { readonly kind: 'links'; readonly entries: readonly { readonly title: string; readonly url: string | null }[] }
  | { readonly kind: 'checks'; readonly entries: readonly { readonly text: string; readonly isDone: boolean }[] }
