'use client'

import type { Editor } from '@tiptap/core'
import { useState } from 'react'
import { useText } from '@/components/i18n/use-text'
import { Button } from '@/components/ui/button'
import { FormDialog } from '@/components/ui/form-dialog'
import { TextInput } from '@/components/ui/text-input'

interface Props {
  editor: Editor
  kind: 'link' | 'image'
  onClose: () => void
}

/** Where a link leads, or where a picture is and what it shows; a picture without words for it is not taken. */
export function AddressDialog({ editor, kind, onClose }: Props) {
  const text = useText('item.editor')
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
    <FormDialog
      size="sm"
      title={text(`${kind}.title`)}
      action={text(`${kind}.action`)}
      onSubmit={insert}
      onClose={onClose}
      extra={
        before === '' ? null : (
          <Button
            variant="quiet"
            onClick={() => {
              editor.chain().focus().extendMarkRange('link').unsetLink().run()
              onClose()
            }}
          >
            {text('link.remove')}
          </Button>
        )
      }
    >
      <TextInput
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
    </FormDialog>
  )
}
