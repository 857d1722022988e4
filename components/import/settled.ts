import type { ImportSettings, Inspection } from '@/server/domain/exchange/import-run.schema'

/** The inspection as it will be once the settings are saved, as far as that needs no reading of the file. */
export function withSettings(inspection: Inspection, { mapping, options }: ImportSettings): Inspection {
  const told = mapping ?? {}
  return {
    ...inspection,
    columns: inspection.columns.map((column) => ({
      ...column,
      target: (Object.hasOwn(told, column.column) && told[column.column]) || column.target,
    })),
    options: { ...inspection.options, ...options },
  }
}
