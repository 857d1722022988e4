'use client'

import { FileText } from 'lucide-react'
import { useLanguage, useText } from '@/components/i18n/use-text'
import { MenuItem } from '@/components/ui/menu-items'
import type { Locale } from '@/server/domain/wire.schema'

/** One's own language first. */
export function PdfItems({ onPick }: { onPick: (locale: Locale) => void }) {
  const text = useText('outlets.menu')
  const locales: Locale[] = useLanguage() === 'de' ? ['de', 'en'] : ['en', 'de']
  return locales.map((locale) => (
    <MenuItem key={locale} icon={<FileText aria-hidden />} onSelect={() => onPick(locale)}>
      {text('pdf', { language: locale })}
    </MenuItem>
  ))
}

/** Where the server writes what this address shows as a PDF, or as what a picture is drawn from. */
export function pdfAddress(
  slug: string,
  what: 'calendar' | 'board' | 'heatmap' | `campaign-${string}`,
  search: URLSearchParams,
  locale: Locale,
  ending: 'pdf' | 'json' = 'pdf',
): string {
  const wanted = new URLSearchParams(search)
  wanted.set('language', locale)
  return `/api/plan/${slug}/${what}.${ending}?${wanted}`
}
