import { ruleKey } from '@/server/domain/gaps/gap.schema'
import type { Locale } from '@/server/domain/wire.schema'
import { ruleDefinition } from '@/server/presets/rules'

/** A term's name in a row of the log; null where the row does not touch it. */
export function termNameOf(record: Record<string, unknown> | null | undefined, locale: Locale): string | null {
  const [own, other] = locale === 'de' ? [record?.nameDe, record?.nameEn] : [record?.nameEn, record?.nameDe]
  const name = own || other
  return typeof name === 'string' ? name : null
}

export function ruleNameOf(key: unknown, locale: Locale): string | null {
  const known = ruleKey.safeParse(key)
  return known.success ? ruleDefinition(known.data).name[locale] : null
}
