'use client'

import { useText } from '@/components/i18n/use-text'
import { CheckStep } from '@/components/import/check-step'
import { ColumnsStep } from '@/components/import/columns-step'
import { FileStep } from '@/components/import/file-step'
import { ResultStep } from '@/components/import/result-step'
import { type ImportStep, importSteps, isSettled } from '@/components/import/steps'
import { useImport } from '@/components/import/use-import'
import { ValuesStep } from '@/components/import/values-step'
import { Page } from '@/components/shell/page'
import { useWorkspace } from '@/components/shell/workspace'
import { Stepper } from '@/components/ui/stepper'

const screens = { file: FileStep, columns: ColumnsStep, values: ValuesStep, check: CheckStep, result: ResultStep } as const

/** From the file to the result, one step a page; nothing is written before the last step but what the person decided. */
export function ImportWizard({ id, step }: { id: string; step: ImportStep }) {
  const text = useText('wizard')
  const { base } = useWorkspace()
  const { detail } = useImport(id)
  const settled = isSettled(detail.state)
  const current = settled ? 'result' : step === 'result' ? 'check' : step
  const Screen = screens[current]
  const steps = importSteps.map((value) => {
    const isOpen = settled ? value === 'result' : value !== 'result'
    return { value, label: text(`step.${value}`), ...(isOpen ? { href: `${base}/import/${id}/${value}` } : {}) }
  })
  return (
    <Page title={text('titleOf', { file: detail.fileName })} width="table">
      <Stepper label={text('steps')} value={current} steps={steps} />
      <div className="mt-6 flex flex-col gap-6">
        <Screen id={id} />
      </div>
    </Page>
  )
}
