import { z } from 'zod'

/** A moment. Accepts a Date (tRPC) or ISO text with an offset (command line, later REST); always gives a Date. */
export const instant = z.union([z.date(), z.iso.datetime({ offset: true }).transform((text) => new Date(text))]).pipe(z.date())

/** A calendar day, `YYYY-MM-DD`, that exists. */
export const day = z.iso.date()

/** A calendar day with an optional time of day in the workspace's zone: `YYYY-MM-DD` or `YYYY-MM-DDTHH:mm`. */
export const dayTime = z.string().refine(isDayTime, { error: 'wire.notADay' })

function isDayTime(text: string): boolean {
  const [date, time, ...rest] = text.split('T')
  if (rest.length > 0 || !day.safeParse(date).success) return false
  return time === undefined || /^([01]\d|2[0-3]):[0-5]\d$/.test(time)
}

/** A whole number in a range, as a number or as text. */
export const whole = (min: number, max: number) =>
  z
    .union([
      z.number(),
      z
        .string()
        .regex(/^-?\d{1,15}$/)
        .transform(Number),
    ])
    .pipe(z.number().int().min(min).max(max))

export const locale = z.enum(['en', 'de'])
export type Locale = z.infer<typeof locale>

/** One text in both languages of the interface. */
export const localized = z.object({ en: z.string().trim().max(500), de: z.string().trim().max(500) })
export type Localized = z.infer<typeof localized>

/** The key of a vocabulary row: a slug that never changes after creation. */
export const key = z.string().regex(/^[a-z0-9][a-z0-9_-]{0,79}$/)
