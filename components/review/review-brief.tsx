'use client'
import { useText } from '@/components/i18n/use-text'
import type { SeenField } from '@/server/domain/review-links/review-link.schema'

/** The filled parts of a brief, as their writers left them. */
export function ReviewBrief({ fields, language }: { fields: readonly SeenField[]; language: string | null }) {
  const text = useText('review')
  if (fields.length === 0) return <p className="text-ink-3">{text('page.empty')}</p>
  return (
    <dl className="flex max-w-[68ch] flex-col gap-4">
      {fields.map(({ field, texts }) => (
        <div key={field}>
          <dt className="text-sm text-ink-3">{text(`field.${field}`)}</dt>
          <dd lang={language ?? undefined} className="whitespace-pre-wrap wrap-anywhere">
            {texts.length === 1 ? (
              texts[0]
            ) : (
              <ul className="list-disc ps-5">
                {texts.map((one) => (
                  <li key={one}>{one}</li>
                ))}
              </ul>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}
