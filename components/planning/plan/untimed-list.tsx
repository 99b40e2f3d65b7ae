import { useTranslations } from 'next-intl'
import { SessionRow } from '@/components/schedule/day/session-row'
import { useRowWords } from '@/components/schedule/use-row-words'
import type { PlanDay } from '@/lib/planning/plan'
import type { AgendaSession } from '@/lib/program/agenda'
import type { AgendaParts } from '@/lib/program/agenda-parts'

type Props = {
  conference: string
  sessions: PlanDay['untimed']
  parts: AgendaParts
  noteOf: (session: AgendaSession) => string | undefined
  onOpen: (session: AgendaSession) => void
  onDrop: (session: AgendaSession) => void
}

/** What of a day has no time yet. */
export function UntimedList({ conference, sessions, parts, noteOf, onOpen, onDrop }: Props) {
  const t = useTranslations('plan')
  const words = useRowWords()
  return (
    <section>
      <h2 className="py-2 text-lg font-semibold">{t('untimed')}</h2>
      <ul className="session-rows">
        {sessions.map(({ session, rank }) => (
          <SessionRow
            key={session.id}
            conference={conference}
            parts={parts}
            words={words}
            session={session}
            rank={rank}
            note={noteOf(session)}
            onPick={onDrop}
            more={
              <button
                type="button"
                aria-haspopup="dialog"
                aria-label={`${t('instead')}: ${session.title}`}
                onClick={() => onOpen(session)}
                className="relative min-h-11 text-accent underline underline-offset-4"
              >
                {t('instead')}
              </button>
            }
          />
        ))}
      </ul>
    </section>
  )
}
