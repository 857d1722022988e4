import { type Locale, locale } from '@/server/domain/wire.schema'

/** The language for somebody who has not chosen one in the program: a remembered cookie, else the browser's first wish that we speak, else English. */
export function preferredLocale(acceptLanguage: string | null, remembered?: string): Locale {
  const chosen = locale.safeParse(remembered)
  if (chosen.success) return chosen.data
  const wishes = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';')
      const quality = parameters
        .map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1])
        .find((value) => value !== undefined)
      return { language: tag.toLowerCase().split('-')[0], quality: quality === undefined ? 1 : Number(quality) }
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality)
  for (const { language } of wishes) {
    const known = locale.safeParse(language)
    if (known.success) return known.data
  }
  return 'en'
}
