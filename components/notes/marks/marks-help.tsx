import { useTranslations } from 'next-intl'
import { MarkIcon } from './mark-icon'
import { markSigns } from './mark-signs'

/** The syntax of marks, as docs/notes.md has it. */
export function MarksHelp() {
  const t = useTranslations('notes')
  return (
    <details className="rounded-xl border border-line bg-raised p-3">
      <summary className="flex min-h-11 items-center font-semibold">{t('help.title')}</summary>
      <p className="text-sm text-muted">{t('help.lead')}</p>
      <dl className="mt-2 grid grid-cols-[auto_1fr] gap-x-4 gap-y-2">
        {markSigns.map(({ kind, sign }) => (
          <div key={kind} className="contents">
            <dt className="flex items-center gap-2">
              <MarkIcon kind={kind} className="size-5 text-muted" />
              <code className="rounded bg-sunken px-1">{sign}</code>{' '}
              <span className="sr-only">{t(`mark.${kind}`)}</span>
            </dt>
            <dd>{t(`help.${kind}`)}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
