import type { Locale } from '@/server/domain/wire.schema'

export interface Place {
  readonly value: string
  readonly label: string
}

/** Codes that name no country of today: groups, test values, and states that are gone. */
const noCountry = new Set(
  'AC AN BU CP CQ CS CT DD DG DY EA EU EZ FQ FX HV IC JT MI NH NQ NT PC PU PZ QO RH SU TA TP UK UN VD WK XA XB XK YD YU ZR ZZ'.split(
    ' ',
  ),
)
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']

/** The countries of ISO 3166 in the interface's language, in its alphabet. */
export function countries(language: Locale): Place[] {
  const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' })
  const codes = letters.flatMap((first) => letters.map((second) => first + second)).filter((code) => !noCountry.has(code))
  return sorted(
    codes.flatMap((value) => {
      const label = names.of(value)
      return label ? [{ value, label }] : []
    }),
    language,
  )
}

/** All zones that this machine knows, as people know them from other programs. */
export function timeZones(): Place[] {
  return ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone.includes('/') && !zone.startsWith('Etc/'))].map(
    (value) => ({
      value,
      label: value.replaceAll('_', ' '),
    }),
  )
}

/** Languages that content is usually written in. */
export const contentLanguageTags: readonly string[] =
  'de de-AT de-CH en en-GB en-US bg cs da el es et fi fr fr-CH hr hu is it ja ko lt lv nb nl pl pt pt-BR ro ru sk sl sr sv tr uk zh'.split(
    ' ',
  )

/** With the names they have in the interface's language. */
export function contentLanguages(language: Locale): Place[] {
  const names = new Intl.DisplayNames(language, { type: 'language' })
  return sorted(
    contentLanguageTags.map((value) => ({ value, label: names.of(value) ?? value })),
    language,
  )
}

const sorted = (places: Place[], language: Locale): Place[] => places.sort((a, b) => a.label.localeCompare(b.label, language))

/** The country that a browser's first language names: `de-AT` says Austria, plain `de` most likely Germany, plain `en` nothing. */
export function likelyCountry(acceptLanguage: string | null): string | null {
  const first = acceptLanguage?.split(',')[0]?.split(';')[0]?.trim() ?? ''
  const region = /^[a-z]{2,3}(?:-[A-Z][a-z]{3})?-([A-Z]{2})$/i.exec(first)?.[1]?.toUpperCase()
  return region ?? (first.toLowerCase() === 'de' ? 'DE' : null)
}
