import { useTranslations } from 'next-intl'
import { Fragment } from 'react'
import type { RoomNote } from '@/components/shared/state-sign'
import { SessionCard } from '@/components/schedule/session-card'
import { useCardWords } from '@/components/schedule/use-card-words'
import type { PlanDay } from '@/lib/planning/plan'
import type { Block, PickRank } from '@/lib/planning/schema'
import type { AgendaSession } from '@/lib/program/agenda'
import type { AgendaParts } from '@/lib/program/agenda-parts'
import { BlockCard } from './block-card'

type Props = {
  conference: string
  day: string
  entries: (PlanDay['entries'] | PlanDay['untimed'])[number][]
  parts: AgendaParts
  timeZone: string
  noteOf: (session: AgendaSession) => string | undefined
  roomOf: (session: AgendaSession) => RoomNote | undefined
  onOpen: (session: AgendaSession) => void
  onBlock: (block: Block) => void
  onDrop: (session: AgendaSession) => void
}

/** The timeline's twin: the same day as cards, and what has no time yet. */
export function PlanList({
  conference,
  day,
  entries,
  parts,
  timeZone,
  noteOf,
  roomOf,
  onOpen,
  onBlock,
  onDrop,
}: Props) {
  const t = useTranslations('plan')
  const words = useCardWords()
  return (
    <ul className="grid gap-2">
      {entries.map((entry) =>
        'placed' in entry ? (
          <BlockCard key={entry.placed.block.id} placed={entry.placed} day={day} timeZone={timeZone} onOpen={onBlock} />
        ) : (
          card(entry.session, entry.rank)
        ),
      )}
    </ul>
  )

  function card(session: AgendaSession, rank: PickRank) {
    return (
      <Fragment key={session.id}>
        <SessionCard
          conference={conference}
          parts={parts}
          timeZone={timeZone}
          words={words}
          session={session}
          rank={rank}
          note={noteOf(session)}
          room={roomOf(session)}
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
    )
  }
}
