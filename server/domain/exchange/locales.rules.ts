import { fold } from '@/server/domain/exchange/fold.rules'

const languages: Record<string, string> = {
  de: 'deutsch, german, ger, deu, d',
  en: 'englisch, english, eng, e',
  fr: 'französisch, french, francais, fra, fre, f',
  it: 'italienisch, italian, italiano, ita',
  es: 'spanisch, spanish, espanol, spa',
  nl: 'niederländisch, dutch, nederlands, nld, holländisch',
  pl: 'polnisch, polish, polski, pol',
  pt: 'portugiesisch, portuguese, por',
  cs: 'tschechisch, czech, ces',
  da: 'dänisch, danish, dan',
  sv: 'schwedisch, swedish, swe',
  tr: 'türkisch, turkish, tur',
  ru: 'russisch, russian, rus',
}
const byName = new Map(
  Object.entries(languages).flatMap(([code, names]) => names.split(', ').map((name): [string, string] => [fold(name), code])),
)

/** A language as lists write it (`Deutsch`, `de_AT`, `DE-de`) as a locale; other words come back as they are. */
export function readLocale(written: string): string {
  const named = byName.get(fold(written))
  if (named) return named
  const [language = '', ...regions] = written.trim().replaceAll('_', '-').split('-')
  return [language.toLowerCase(), ...regions.map((region) => (region.length === 2 ? region.toUpperCase() : region))].join('-')
}
