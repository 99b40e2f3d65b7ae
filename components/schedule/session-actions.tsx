import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { overlapsWith } from '@/lib/planning/conflicts'
import type { Agenda, AgendaSession } from '@/lib/schedule/agenda'
import { usePicks } from '@/lib/sync/client/use-picks'
import { sayTime } from './say-time'

const choice = 'min-h-11 grow rounded-lg border border-edge bg-raised px-4 font-medium aria-pressed:border-accent aria-pressed:bg-accent aria-pressed:text-on-accent'

type Props = { agenda: Agenda; session: AgendaSession; timeZone: string; onNeedWhole: () => void }

/** First choice, plan B, or neither; and which of my picks it collides with. */
export function SessionActions({ agenda, session, timeZone, onNeedWhole }: Props) {
  const t = useTranslations('session')
  const { picks, set, drop } = usePicks(agenda.conference.id)
  const rank = picks.get(session.id)
  useEffect(() => {
    // Naming what overlaps takes the sessions that were picked, not only this one.
    if (picks.size > 0) onNeedWhole()
  }, [picks.size, onNeedWhole])
  const overlaps = overlapsWith(session, agenda.sessions.filter(({ id }) => picks.get(id) === 'first' || picks.get(id) === 'planB'))
  const toggle = (wanted: 'first' | 'planB') => (rank === wanted ? drop(session.id) : set(session.id, wanted))
  if (session.status === 'cancelled' && !rank) return null
  return (
    <div className="grid gap-3">
      <div role="group" aria-label={t('pick')} className="flex gap-2">
        <button type="button" aria-pressed={rank === 'first'} onClick={() => toggle('first')} className={choice}>{t('first')}</button>
        <button type="button" aria-pressed={rank === 'planB'} onClick={() => toggle('planB')} className={choice}>{t('planB')}</button>
      </div>
      {overlaps.length > 0 ? (
        <div role="status" className="rounded-lg border-l-4 border-warning bg-raised p-3">
          <p className="font-medium">{t('overlaps', { count: overlaps.length })}</p>
          <ul className="mt-1 grid">
            {overlaps.map(({ other, minutes }) => (
              <li key={other.id}>
                <a dir="auto" className="inline-flex min-h-11 flex-wrap items-center gap-x-2 underline underline-offset-4" href={`/c/${agenda.conference.slug}/sessions/${other.slug}`}>
                  {other.title}
                  <span className="text-sm text-muted tabular-nums">{sayTime(other, timeZone)} · {t('minutes', { minutes })}</span>
                </a>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </div>
  )
}
