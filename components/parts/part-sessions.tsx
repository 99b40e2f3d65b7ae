import dynamic from 'next/dynamic'
import { useLocale, useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { useNow } from '@/components/shared/use-now'
import { useUndoablePicks } from '@/components/shared/use-undoable-picks'
import { sayDay } from '@/lib/i18n/dates'
import { isolated } from '@/lib/platform/bidi'
import type { Agenda, AgendaSession } from '@/lib/program/agenda'
import { partsOf } from '@/lib/program/agenda-parts'
import { withoutFrame, type AgendaPart } from '@/lib/program/parts'
import { keepTrying } from '@/lib/sync/client/exchange/keep-trying'
import { PartRow } from './part-row'

const UndoBar = dynamic(
  () => keepTrying(() => import('@/components/shared/undo-bar')).then((module) => module.UndoBar),
  { ssr: false },
)

type Props = { /** With its sessions alone. */ agenda: Agenda; of: AgendaPart; timeZone: string }

/** The sessions of a speaker, room, track or co-located event, by day and time; each can be picked. */
export function PartSessions({ agenda, of, timeZone }: Props) {
  const [t, plan, language] = [useTranslations('parts'), useTranslations('plan'), useLocale()]
  const { picks, rankOf, set, drop, change, bar } = useUndoablePicks(agenda.conference.id)
  const now = useNow()
  const parts = useMemo(() => partsOf(agenda), [agenda])
  const sessions = withoutFrame(agenda.sessions)
  const days = agenda.days.filter((day) => sessions.some(({ dayOn }) => dayOn === day))
  if (days.length === 0) return <p className="py-6 text-muted">{t('noSessions')}</p>
  const onPick = ({ id, title }: AgendaSession) => {
    const rank = rankOf(id)
    if (rank === 'hidden') change(plan('broughtBack', { title: isolated(title) }), [[id, undefined]])
    else if (rank) void drop(id)
    else void set(id, 'first')
  }
  return (
    <>
      {days.length > 1 ? (
        <nav aria-label={t('days')} className="-mx-4 flex overflow-x-auto px-2">
          {days.map((day) => (
            <a
              key={day}
              href={`#day-${day}`}
              className="inline-flex min-h-11 shrink-0 items-center px-2 text-accent underline underline-offset-4"
            >
              {sayDay(day, language)}
            </a>
          ))}
        </nav>
      ) : null}
      {days.map((day) => (
        <section key={day} aria-labelledby={`day-${day}`} className="-me-3 pb-4">
          <h2 id={`day-${day}`} className="scroll-mt-2 border-b border-line py-2 font-semibold first-letter:uppercase">
            {sayDay(day, language, 'long')}
          </h2>
          <ul className="divide-y divide-line">
            {sessions
              .filter(({ dayOn }) => dayOn === day)
              .map((session) => (
                <PartRow
                  key={session.id}
                  conference={agenda.conference.slug}
                  session={session}
                  parts={parts}
                  besides={of}
                  timeZone={timeZone}
                  rank={picks.get(session.id)}
                  isOver={now !== null && isOver(session, now)}
                  onPick={onPick}
                />
              ))}
          </ul>
        </section>
      ))}
      {bar ? <UndoBar {...bar} /> : null}
    </>
  )
}

function isOver({ startAt, endAt }: AgendaSession, now: Date): boolean {
  return startAt !== undefined && Date.parse(endAt ?? startAt) <= now.getTime()
}
