import { useTranslations } from 'next-intl'
import { Fragment } from 'react'
import { SessionCard } from '@/components/schedule/session-card'
import { useCardWords } from '@/components/schedule/use-card-words'
import type { PlanDay } from '@/lib/planning/plan'
import type { AgendaSession } from '@/lib/program/agenda'
import type { AgendaParts } from '@/lib/program/agenda-parts'

type Props = {
  conference: string
  sessions: PlanDay['untimed']
  parts: AgendaParts
  timeZone: string
  noteOf: (session: AgendaSession) => string | undefined
  onOpen: (session: AgendaSession) => void
  onDrop: (session: AgendaSession) => void
}

/** What of a day has no time yet. */
export function UntimedList({ conference, sessions, parts, timeZone, noteOf, onOpen, onDrop }: Props) {
  const t = useTranslations('plan')
  const words = useCardWords()
  return (
    <section>
      <h2 className="py-2 text-lg font-semibold">{t('untimed')}</h2>
      <ul className="grid gap-2">
        {sessions.map(({ session, rank }) => (
          <Fragment key={session.id}>
            <SessionCard
              conference={conference}
              parts={parts}
              timeZone={timeZone}
              words={words}
              session={session}
              rank={rank}
              note={noteOf(session)}
              onPick={onDrop}
            />
            <li>
              <button
                type="button"
                aria-haspopup="dialog"
                aria-label={`${t('instead')}: ${session.title}`}
                onClick={() => onOpen(session)}
                className="min-h-11 px-3 text-sm text-accent underline underline-offset-4"
              >
                {t('instead')}
              </button>
            </li>
          </Fragment>
        ))}
      </ul>
    </section>
  )
}
