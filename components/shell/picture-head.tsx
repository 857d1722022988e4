import type { PictureSheet } from '@/server/domain/plan-export/sheet.schema'

/** What a picture is of: workspace, screen and period, filter in words, and the day it was made. */
export function PictureHead({ sheet: { kind, title, facts } }: { sheet: PictureSheet }) {
  return (
    <>
      <p className="text-sm text-ink-2">{kind}</p>
      <p className="mt-1 font-serif text-3xl">{title}</p>
      <p className="mt-2 mb-5 border-b border-line pb-3 text-sm">
        {facts.map(({ label, value }) => (
          <span key={label} className="me-5">
            <span className="text-ink-2">{label}: </span>
            {value}
          </span>
        ))}
      </p>
    </>
  )
}
