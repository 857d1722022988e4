import { type Actor, can } from '@/server/domain/access/access.rules'

const mention = /@\[([A-Za-z0-9_-]{1,64})\]/g

export const mentionOf = (id: string): string => `@[${id}]`

/** Ids of those named in a text, each once, in their order. */
export const mentionsIn = (body: string): string[] => [...new Set([...body.matchAll(mention)].map(([, id = '']) => id))]

export type CommentPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'mention'; readonly id: string }
  | { readonly kind: 'link'; readonly url: string }

// Only addresses of the web become links, so that a comment cannot run anything.
const pieces = /@\[([A-Za-z0-9_-]{1,64})\]|https?:\/\/[^\s<>"']+/g

/** A text cut into what is shown differently. Put together again it is the text. */
export function partsOf(body: string): CommentPart[] {
  const parts: CommentPart[] = []
  let from = 0
  const text = (until: number) => {
    if (until > from) parts.push({ kind: 'text', text: body.slice(from, until) })
  }
  for (const match of body.matchAll(pieces)) {
    // A sentence may end behind an address.
    const whole = match[1] === undefined ? match[0].replace(/[.,;:!?)\]]+$/, '') : match[0]
    if (match[1] === undefined && !URL.canParse(whole)) continue
    text(match.index)
    parts.push(match[1] === undefined ? { kind: 'link', url: whole } : { kind: 'mention', id: match[1] })
    from = match.index + whole.length
  }
  text(body.length)
  return parts
}

/** As plain words, for a list or a mail. */
export const plainText = (body: string, nameOf: (id: string) => string | null): string =>
  partsOf(body)
    .map((part) => (part.kind === 'text' ? part.text : part.kind === 'link' ? part.url : `@${nameOf(part.id) ?? '…'}`))
    .join('')

/** How it begins, in one line. */
export const excerptOf = (body: string, nameOf: (id: string) => string | null, longest = 200): string =>
  [...plainText(body, nameOf).replace(/\s+/g, ' ').trim()].slice(0, longest).join('')

interface Authored {
  readonly authorId: string | null
  readonly deletedAt: Date | null
}

const isBy = (actor: Actor, { authorId }: Authored): boolean => actor.kind === 'member' && authorId === actor.userId

export const mayEditComment = (actor: Actor, comment: Authored): boolean =>
  comment.deletedAt === null && can(actor, 'comment.write') && isBy(actor, comment)

export const mayDeleteComment = (actor: Actor, comment: Authored): boolean =>
  comment.deletedAt === null && (mayEditComment(actor, comment) || can(actor, 'comment.moderate'))

/** Whoever works on content, and whoever began the thread. */
export const mayResolveThread = (actor: Actor, head: Authored): boolean => can(actor, 'comment.resolve') || isBy(actor, head)
