import type { ReactNode } from 'react'

/** A part of the panel under its small head. */
export function PanelSection({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="mt-5">
      <h3 className="mb-1.5 border-b pb-1 font-sans text-sm font-[550] tracking-normal">{title}</h3>
      {children}
    </section>
  )
}
