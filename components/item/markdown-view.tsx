import type { ComponentProps } from 'react'
import Markdown, { defaultUrlTransform } from 'react-markdown'
import rehypeSanitize from 'rehype-sanitize'
import remarkGfm from 'remark-gfm'
import { isShownPicture } from '@/components/item/picture-address'
import '@/components/item/prose.css'

/** A body as its readers will see it. Nothing in it can run: HTML is left out, addresses are looked at. */
export function MarkdownView({ markdown, lang }: { markdown: string; lang?: string | undefined }) {
  return (
    <div className="item-prose" lang={lang}>
      <Markdown
        remarkPlugins={[remarkGfm]}
        rehypePlugins={[rehypeSanitize]}
        urlTransform={safeAddress}
        components={{ a: OutsideLink, input: TaskMark, h1: Heading2, h2: Heading3, h3: Heading4 }}
      >
        {markdown}
      </Markdown>
    </div>
  )
}

function safeAddress(url: string, key: string): string | null {
  const safe = defaultUrlTransform(url)
  if (key === 'src' && !isShownPicture(safe)) return null
  return safe === '' ? null : safe
}

function OutsideLink({ href, children }: ComponentProps<'a'>) {
  return href === undefined ? (
    <span>{children}</span>
  ) : (
    <a href={href} target="_blank" rel="noopener noreferrer nofollow">
      {children}
    </a>
  )
}

/** The box of a task cannot be ticked here, so it is a sign and no control. */
const TaskMark = ({ checked }: ComponentProps<'input'>) => <span>{checked ? '☑ ' : '☐ '}</span>

// The page has its own h1, and what stands in the item comes below the headings around it.
const Heading2 = ({ children }: ComponentProps<'h1'>) => <h3 data-level="1">{children}</h3>
const Heading3 = ({ children }: ComponentProps<'h2'>) => <h3 data-level="2">{children}</h3>
const Heading4 = ({ children }: ComponentProps<'h3'>) => <h4>{children}</h4>
