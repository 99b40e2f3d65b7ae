import { getLocale, getTranslations } from 'next-intl/server'
import { knownReason } from '@/components/shared/known-reason'
import { sayMoment } from '@/lib/i18n/dates'
import { actKinds } from '@/lib/operating/acts'
import type { ShownAct } from '@/lib/operating/server/acts'
import { isolated } from '@/lib/platform/bidi'

/** What operators did, with whom and why; instants in UTC, for a server is in no zone of a reader's. */
export async function ActsLog({ acts }: { acts: readonly ShownAct[] }) {
  const [t, language] = [await getTranslations('operating'), await getLocale()]
  if (acts.length === 0) return <p className="text-muted">{t('noActs')}</p>
  return (
    <ul className="grid">
      {acts.map(({ id, kind, at, reason, by, byCommand, person, conference }) => (
        <li key={id} className="border-t border-line py-3">
          <p className="break-words">
            {t(`act.${knownReason(actKinds, kind, 'other')}`, {
              kind,
              by: byCommand ? t('byCommand') : (by ?? t('somebody')),
              who: person ?? t('somebody'),
              what: conference ? isolated(conference) : t('something'),
            })}
          </p>
          <p className="text-sm break-words text-muted">
            {sayMoment(at.toISOString(), { timeZone: 'UTC', language })} UTC
            {reason ? ` · ${t('because', { reason: isolated(reason) })}` : ''}
          </p>
        </li>
      ))}
    </ul>
  )
}
