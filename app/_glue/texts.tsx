'use client'
import dynamic from 'next/dynamic'
import { type ComponentProps, use } from 'react'
import { TextProvider } from '@/components/i18n/provider'
import type { Locale } from '@/server/domain/wire.schema'
import type { Messages } from '@/server/i18n/messages'

const Nothing = () => null

/** Each language is a file of its own, which browsers keep. `Start`, on the server, has the page load it with its other scripts. */
const languages = {
  en: {
    load: () => import('@/server/i18n/screen.en'),
    Start: dynamic(() => import('@/server/i18n/screen.en').then(() => Nothing)),
  },
  de: {
    load: () => import('@/server/i18n/screen.de'),
    Start: dynamic(() => import('@/server/i18n/screen.de').then(() => Nothing)),
  },
} satisfies Record<Locale, unknown>

const begun = new Map<Locale, Promise<Messages>>()
const here = new Map<Locale, Messages>()

function textsIn(locale: Locale): Promise<Messages> {
  const known = begun.get(locale)
  if (known) return known
  const texts = languages[locale].load().then((file) => file.texts)
  begun.set(locale, texts)
  void texts.then((messages) => here.set(locale, messages))
  return texts
}

// At once, and not when the first rendering asks: a page that waits does not hear what is clicked meanwhile. A page that the
// server could not finish has no language yet.
const language = typeof document === 'undefined' ? '' : document.documentElement.lang
if (Object.hasOwn(languages, language)) void textsIn(language as Locale)

/** Texts and formats for everything below. Another language changes the words in place: what is typed stays where it is. */
export function Texts(props: Omit<ComponentProps<typeof TextProvider>, 'messages'>) {
  const messages = here.get(props.locale) ?? use(textsIn(props.locale))
  const { Start } = languages[props.locale]
  return (
    <>
      {typeof window === 'undefined' ? <Start /> : null}
      <TextProvider {...props} messages={messages} />
    </>
  )
}
