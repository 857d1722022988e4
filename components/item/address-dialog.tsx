'use client'

import type { Editor } from '@tiptap/core'
import { useId, useRef, useState } from 'react'
import { useText } from '@/components/i18n/use-text'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { TextInput } from '@/components/ui/text-input'

interface Props {
  editor: Editor
  kind: 'link' | 'image'
  onClose: () => void
}

/** Where a link leads, or where a picture is and what it shows; a picture without words for it is not taken. */
export function AddressDialog({ editor, kind, onClose }: Props) {
  const text = useText('item.editor')
  const formId = useId()
  const first = useRef<HTMLInputElement>(null)
  const current: unknown = kind === 'link' ? editor.getAttributes('link').href : undefined
  const before = typeof current === 'string' ? current : ''
  const [address, setAddress] = useState(before)
  const [words, setWords] = useState('')
  const [tried, setTried] = useState(false)
  const isAddress =
    kind === 'link' ? /^(https?:\/\/|mailto:|tel:)\S+$/i.test(address.trim()) : /^https:\/\/\S+$/i.test(address.trim())
  const needsWords = kind === 'image' || (before === '' && editor.state.selection.empty)

  function insert() {
    setTried(true)
    if (!isAddress || (needsWords && words.trim() === '')) return
    const src = address.trim()
    const chain = editor.chain().focus()
    if (kind === 'image') chain.setImage({ src, alt: words.trim() }).run()
    else if (needsWords)
      chain.insertContent({ type: 'text', text: words.trim(), marks: [{ type: 'link', attrs: { href: src } }] }).run()
    else chain.extendMarkRange('link').setLink({ href: src }).run()
    onClose()
  }

  return (
    <Dialog
      open
      size="sm"
      title={text(`${kind}.title`)}
      initialFocus={first}
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
      footer={
        <>
          {before === '' ? null : (
            <Button
              onClick={() => {
                editor.chain().focus().extendMarkRange('link').unsetLink().run()
                onClose()
              }}
            >
              {text('link.remove')}
            </Button>
          )}
          <Button type="submit" form={formId} variant="primary">
            {text(`${kind}.action`)}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        noValidate
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          // It stands inside the item's form on the page's tree, and must not send that.
          event.stopPropagation()
          insert()
        }}
      >
        <TextInput
          ref={first}
          label={text(`${kind}.address`)}
          type="url"
          value={address}
          onValueChange={setAddress}
          error={tried && !isAddress ? text(`${kind}.badAddress`) : undefined}
        />
        {needsWords ? (
          <TextInput
            label={text(`${kind}.words`)}
            help={kind === 'image' ? text('image.wordsHelp') : undefined}
            required
            value={words}
            onValueChange={setWords}
            error={tried && words.trim() === '' ? text(`${kind}.wordsMissing`) : undefined}
          />
        ) : null}
      </form>
    </Dialog>
  )
}
