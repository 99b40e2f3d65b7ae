import { getTranslations } from 'next-intl/server'
import { settleBidi } from '@/lib/platform/bidi'
import { restoreConferenceAction } from '@/lib/schedule/edit/actions'
import type { DeletedConference } from '@/lib/schedule/edit/conference-bin'
import { ActionForm } from '@/components/shared/action-form'

/** What the viewer deleted in the last 30 days, and the way back. */
export async function DeletedConferences({ deleted }: { deleted: readonly DeletedConference[] }) {
  const t = await getTranslations('home')
  if (deleted.length === 0) return null
  return (
    <details className="rounded-xl border border-line bg-raised p-4">
      <summary className="flex min-h-11 items-center font-semibold">
        {t('bin')} ({deleted.length})
      </summary>
      <p className="text-sm text-muted">{t('binLead')}</p>
      <ul className="mt-3 grid gap-3">
        {deleted.map(({ id, name, daysLeft }) => (
          <li key={id} className="grid gap-2 border-t border-line pt-3">
            <span className="flex flex-wrap items-baseline justify-between gap-2">
              <span dir="auto" className="font-semibold">
                {settleBidi(name)}
              </span>{' '}
              <span className="text-sm text-muted">{t('daysLeft', { days: daysLeft })}</span>
            </span>
            <ActionForm
              action={restoreConferenceAction}
              values={{ conferenceId: id }}
              submit={t('bringBack', { name })}
            />
          </li>
        ))}
      </ul>
    </details>
  )
}
