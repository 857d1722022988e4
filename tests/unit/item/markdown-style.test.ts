import { MarkdownManager } from '@tiptap/markdown'
import { describe, expect, test } from 'vitest'
import { hasHtml, lossesOf, tidied } from '@/components/item/markdown-style'
import { richExtensions } from '@/components/item/rich-extensions'

const manager = new MarkdownManager({ extensions: richExtensions('') })
/** What the visual editor makes of a text that nobody touches. */
const written = (markdown: string): string => manager.serialize(manager.parse(markdown))

describe('text that the visual editor keeps', () => {
  test.each([
    '',
    'One paragraph.\n\nAnother **bold** and *italic* one.\n',
    '## Heading\ntext right below',
    '* star\n* bullets\n  * nested',
    '1) one\n2) two',
    '- [ ] open\n- [x] done',
    '| a | b |\n| --- | ---: |\n| 1 | 2 |',
    'A & B cost 5 < 6, said snake_case',
    'Hello {{first_name}}, your order {{order_no}}',
    'See https://example.com/a_b_c and <https://example.com>.',
    'first line\nsecond line',
    'hard  \nbreak',
    '```html\n<b>stays</b>\n```',
    'Setext\n======\n\ntext',
    '__bold__ and _italic_',
    'a note [x] in brackets',
    '> quoted\n> twice',
    'text\n\n***\n\ntext',
    'windows\r\nline ends',
    '![A door](https://example.com/door.png)',
  ])('%j', (markdown) => {
    expect(lossesOf(markdown, written(markdown))).toEqual([])
  })
})

describe('text that would lose something is edited as source, and the reason is known', () => {
  test.each([
    ['<div>block</div>', 'html'],
    ['a<br>b', 'html'],
    ['<!-- hidden -->\n\ntext', 'html'],
    ['Claim[^1]\n\n[^1]: Source', 'footnotes'],
    ['---\ntitle: x\n---\n\ntext', 'frontMatter'],
    ['see [here][ref]\n\n[ref]: https://example.com', 'references'],
  ] as const)('%j', (markdown, loss) => {
    expect(lossesOf(markdown, written(markdown))).toContain(loss)
  })
})

describe('what the editor writes', () => {
  test('is not escaped where nothing could be mistaken', () => {
    expect(tidied('A &amp; B, {{first\\_name}}, 5 &lt; 6, \\[x\\]')).toBe('A & B, {{first_name}}, 5 < 6, [x]')
    expect(tidied('[https://example.com/a](https://example.com/a)')).toBe('https://example.com/a')
  })
  test('stays escaped where it would become something else', () => {
    expect(tidied('&lt;b&gt;no tag&lt;/b&gt;')).not.toMatch(/<b|<\/b/)
    expect(tidied('\\*no emphasis\\*')).toBe('\\*no emphasis\\*')
    expect(tidied('&amp;lt;')).toBe('&amp;lt;')
    expect(tidied('\\[no link\\](x)')).toBe('\\[no link\\](x)')
  })
  test('is left alone inside code', () => {
    expect(tidied('`a &amp; b_c`\n\n```\nx\\_y &lt; 1\n```')).toBe('`a &amp; b_c`\n\n```\nx\\_y &lt; 1\n```')
  })
  test('reads the same when it is opened again', () => {
    for (const text of ['A & B', 'snake_case {{first_name}}', 'see https://example.com/x_y', 'list [x] of [things]']) {
      const once = tidied(written(text))
      expect(tidied(written(once))).toBe(once)
    }
  })
})

describe('tags', () => {
  test.each(['<b>bold</b>', 'a<br>b', 'a <img src=x onerror="press()">', '</div>', '<!-- hidden', '<a\nhref="x">'])(
    '%j has some',
    (markdown) => {
      expect(hasHtml(markdown)).toBe(true)
    },
  )
  test.each(['', '5 < 6 and 7 > 6', 'x <y and z', '<https://example.com>', '<me@example.com>', '`<b>`', '```\n<b>\n```\ntext'])(
    '%j has none',
    (markdown) => {
      expect(hasHtml(markdown)).toBe(false)
    },
  )
})
