import { useTranslations } from 'next-intl'
import type { ComponentProps } from 'react'
import { ExportItems } from './export-items'

const opener =
  'inline-flex min-h-11 list-none items-center rounded-lg border border-edge bg-raised px-4 py-2 font-medium ' +
  '[&::-webkit-details-marker]:hidden'

/** The ways to export a conference's notes, folded. */
export function ExportMenu(of: ComponentProps<typeof ExportItems>) {
  const t = useTranslations('notes')
  return (
    <details className="open:basis-full">
      <summary className={opener}>{t('export')}</summary>
      <div className="mt-2 grid gap-1 rounded-xl border border-line bg-raised p-3">
        <ExportItems {...of} />
      </div>
    </details>
  )
}
