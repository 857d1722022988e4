import { Image } from '@tiptap/extension-image'
import { TaskItem, TaskList } from '@tiptap/extension-list'
import { TableKit } from '@tiptap/extension-table'
import { Placeholder } from '@tiptap/extensions'
import { Markdown } from '@tiptap/markdown'
import { StarterKit } from '@tiptap/starter-kit'
import { isShownPicture } from '@/components/item/picture-address'

/** Fetches only what the page's policy lets through; of any other picture stands what it shows, and its address is kept. */
const Picture = Image.extend({
  addAttributes() {
    return {
      ...this.parent?.(),
      src: {
        default: null,
        parseHTML: (element) => element.getAttribute('src') ?? element.getAttribute('data-src'),
        renderHTML: ({ src }) => (isShownPicture(String(src)) ? { src } : { 'data-src': src }),
      },
    }
  },
  parseHTML: () => [{ tag: 'img[src]' }, { tag: 'img[data-src]' }],
})

/** What the visual editor knows: what Markdown can say, and nothing that it cannot. */
export const richExtensions = (placeholder: string) => [
  StarterKit.configure({
    underline: false,
    // A paragraph of its own at the end would be written out.
    trailingNode: false,
    link: { openOnClick: false, autolink: false, protocols: ['http', 'https', 'mailto', 'tel'], defaultProtocol: 'https' },
  }),
  TableKit.configure({ table: { resizable: false } }),
  TaskList,
  TaskItem.configure({ nested: true }),
  Picture,
  Placeholder.configure({ placeholder }),
  Markdown,
]
