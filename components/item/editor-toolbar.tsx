'use client'

import { Toolbar } from '@base-ui/react/toolbar'
import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import {
  Bold,
  Code,
  Heading2,
  Heading3,
  ImagePlus,
  Italic,
  Link2,
  List,
  ListChecks,
  ListOrdered,
  Minus,
  Redo2,
  SquareCode,
  Strikethrough,
  Table2,
  TextQuote,
  Undo2,
} from 'lucide-react'
import { type ReactElement, useState } from 'react'
import { useText } from '@/components/i18n/use-text'
import { AddressDialog } from '@/components/item/address-dialog'
import { useIsApple } from '@/components/shell/platform'
import { buttonStyle } from '@/components/ui/button-style'
import { cn } from '@/components/ui/class-names'
import { Tooltip } from '@/components/ui/tooltip'

interface Tool {
  readonly id: string
  readonly icon: ReactElement
  readonly keys?: string
  readonly isOn?: boolean
  readonly disabled?: boolean
  readonly run: () => void
}

/** One tab stop; arrows walk over the buttons. */
export function EditorToolbar({ editor }: { editor: Editor }) {
  const text = useText('item.editor')
  const isApple = useIsApple()
  const [asking, setAsking] = useState<'link' | 'image' | null>(null)
  const now = useEditorState({
    editor,
    selector: ({ editor: current }) => ({
      bold: current.isActive('bold'),
      italic: current.isActive('italic'),
      strike: current.isActive('strike'),
      code: current.isActive('code'),
      heading2: current.isActive('heading', { level: 2 }),
      heading3: current.isActive('heading', { level: 3 }),
      bullets: current.isActive('bulletList'),
      numbers: current.isActive('orderedList'),
      tasks: current.isActive('taskList'),
      quote: current.isActive('blockquote'),
      codeBlock: current.isActive('codeBlock'),
      link: current.isActive('link'),
      canUndo: current.can().undo(),
      canRedo: current.can().redo(),
    }),
  })
  const mod = isApple ? '⌘' : 'Ctrl'
  const chain = () => editor.chain().focus()
  const groups: Tool[][] = [
    [
      { id: 'bold', icon: <Bold />, keys: `${mod}+B`, isOn: now.bold, run: () => chain().toggleBold().run() },
      { id: 'italic', icon: <Italic />, keys: `${mod}+I`, isOn: now.italic, run: () => chain().toggleItalic().run() },
      { id: 'strike', icon: <Strikethrough />, isOn: now.strike, run: () => chain().toggleStrike().run() },
      { id: 'code', icon: <Code />, keys: `${mod}+E`, isOn: now.code, run: () => chain().toggleCode().run() },
    ],
    [
      { id: 'heading2', icon: <Heading2 />, isOn: now.heading2, run: () => chain().toggleHeading({ level: 2 }).run() },
      { id: 'heading3', icon: <Heading3 />, isOn: now.heading3, run: () => chain().toggleHeading({ level: 3 }).run() },
    ],
    [
      { id: 'bullets', icon: <List />, isOn: now.bullets, run: () => chain().toggleBulletList().run() },
      { id: 'numbers', icon: <ListOrdered />, isOn: now.numbers, run: () => chain().toggleOrderedList().run() },
      { id: 'tasks', icon: <ListChecks />, isOn: now.tasks, run: () => chain().toggleTaskList().run() },
      { id: 'quote', icon: <TextQuote />, isOn: now.quote, run: () => chain().toggleBlockquote().run() },
      { id: 'codeBlock', icon: <SquareCode />, isOn: now.codeBlock, run: () => chain().toggleCodeBlock().run() },
    ],
    [
      { id: 'link', icon: <Link2 />, isOn: now.link, run: () => setAsking('link') },
      { id: 'image', icon: <ImagePlus />, run: () => setAsking('image') },
      {
        id: 'table',
        icon: <Table2 />,
        run: () => chain().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run(),
      },
      { id: 'rule', icon: <Minus />, run: () => chain().setHorizontalRule().run() },
    ],
    [
      { id: 'undo', icon: <Undo2 />, keys: `${mod}+Z`, disabled: !now.canUndo, run: () => chain().undo().run() },
      { id: 'redo', icon: <Redo2 />, disabled: !now.canRedo, run: () => chain().redo().run() },
    ],
  ]
  return (
    <>
      <Toolbar.Root aria-label={text('toolbar')} className="flex flex-wrap items-center gap-x-2 gap-y-0.5 border-b px-1.5 py-1">
        {groups.map((tools) => (
          <Toolbar.Group key={tools[0]?.id} className="flex">
            {tools.map(({ id, icon, keys, isOn, disabled = false, run }) => (
              <Tooltip key={id} text={text(`tool.${id}`)} shortcut={keys}>
                <Toolbar.Button
                  aria-label={text(`tool.${id}`)}
                  {...(isOn === undefined ? {} : { 'aria-pressed': isOn })}
                  disabled={disabled}
                  onClick={run}
                  className={cn(
                    buttonStyle({ variant: 'quiet', size: 'sm', square: true }),
                    'aria-pressed:bg-accent-wash aria-pressed:text-ink',
                  )}
                >
                  {icon}
                </Toolbar.Button>
              </Tooltip>
            ))}
          </Toolbar.Group>
        ))}
      </Toolbar.Root>
      {asking ? <AddressDialog editor={editor} kind={asking} onClose={() => setAsking(null)} /> : null}
    </>
  )
}
