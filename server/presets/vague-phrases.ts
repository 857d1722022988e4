import type { Locale } from '@/server/domain/wire.schema'

/**
 * Words that sound like a promise and are none. A new workspace copies both lists; the first ones of each stand in the
 * sources as what drives waiting customers mad.
 */
export const vaguePhrases: Readonly<Record<Locale, readonly string[]>> = {
  de: [
    'in wenigen Tagen',
    'schnellstmöglich',
    'umgehend',
    'zeitnah',
    'in Kürze',
    'baldmöglichst',
    'so schnell wie möglich',
    'so bald wie möglich',
    'in absehbarer Zeit',
    'einige Tage',
    'ein paar Tage',
    'zu gegebener Zeit',
  ],
  en: [
    'shortly',
    'a few days',
    'as soon as possible',
    'in due course',
    'in the near future',
    'in a timely manner',
    'some days',
    'at our earliest convenience',
    'without delay',
  ],
}
