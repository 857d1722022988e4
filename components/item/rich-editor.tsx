'use client'

import { EditorContent, useEditor } from '@tiptap/react'
import { useEffect, useRef } from 'react'
import { useText } from '@/components/i18n/use-text'
import { EditorToolbar } from '@/components/item/editor-toolbar'
import { type Loss, lossesOf, tidied } from '@/components/item/markdown-style'
import { richExtensions } from '@/components/item/rich-extensions'

interface Props {
  value: string
  lang: string | undefined
  onChange: (markdown: string) => void
  /** The text says things that this editor would lose. */
  onRefuse: (losses: readonly Loss[]) => void
}

/** Text edited as it looks. What it is given stays as it was, letter by letter, until something is typed. */
export function RichEditor({ value, lang, onChange, onRefuse }: Props) {
  const text = useText('item.editor')
  const written = useRef(value)
  const callbacks = useRef({ onChange, onRefuse })
  useEffect(() => {
    callbacks.current = { onChange, onRefuse }
  })
  const editor = useEditor({
    extensions: richExtensions(text('placeholder')),
    content: value,
    contentType: 'markdown',
    immediatelyRender: false,
    shouldRerenderOnTransaction: false,
    injectCSS: false,
    editorProps: {
      attributes: {
        class: 'item-prose px-4 py-3',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': text('label'),
        ...(lang ? { lang } : {}),
      },
    },
    onCreate({ editor: made }) {
      const losses = lossesOf(value, made.getMarkdown())
      if (losses.length > 0) callbacks.current.onRefuse(losses)
    },
    onUpdate({ editor: changed }) {
      written.current = tidied(changed.getMarkdown())
      callbacks.current.onChange(written.current)
    },
  })

  // A draft restored, a conflict settled, changes thrown away: the text comes from outside.
  useEffect(() => {
    if (!editor || value === written.current) return
    written.current = value
    editor.commands.setContent(value, { contentType: 'markdown', emitUpdate: false })
    const losses = lossesOf(value, editor.getMarkdown())
    if (losses.length > 0) callbacks.current.onRefuse(losses)
  }, [editor, value])

  if (!editor) return <div className="min-h-72" aria-busy />
  return (
    <>
      <EditorToolbar editor={editor} />
      <EditorContent editor={editor} />
    </>
  )
}
