import { useTranslations } from 'next-intl'
import type { RoomNote } from '@/components/shared/state-sign'
import { sayWhen } from '@/lib/i18n/dates'
import type { AgendaSession } from '@/lib/program/agenda'
import { slotsOf } from '@/lib/program/agenda-day'
import type { AgendaParts } from '@/lib/program/agenda-parts'
import type { PickRank } from '@/lib/planning/schema'
import { SessionCard, type CardWords } from './session-card'

export type CardsProps = {
  conference: string
  sessions: AgendaSession[]
  parts: AgendaParts
  timeZone: string
  words: CardWords
  picks: ReadonlyMap<string, PickRank>
  onPick: (session: AgendaSession) => void
  /** What I hid is shown in full. */
  unfolded?: boolean
  /** How its room stands, where that is known. */
  roomOf?: (session: AgendaSession) => RoomNote | undefined
}

/** Sessions under the time at which they begin. */
export function SlotList({ sessions, picks, timeZone, roomOf, ...card }: CardsProps) {
  const t = useTranslations('schedule')
  return slotsOf(sessions).map(({ startAt, sessions: together }) => (
    <section key={startAt ?? 'later'} className="slot pb-4">
      <h2 className="py-2 text-lg font-semibold tabular-nums">
        {startAt ? (
          <time dateTime={startAt}>
            {sayWhen({ startAt }, { timeZone, language: card.words.language, under: together[0]?.dayOn })}
          </time>
        ) : (
          t('toBeAnnounced')
        )}
      </h2>
      <ul className="grid gap-2 md:grid-cols-2 xl:grid-cols-3">
        {together.map((session) => (
          <SessionCard
            key={session.id}
            {...card}
            timeZone={timeZone}
            session={session}
            rank={picks.get(session.id)}
            room={roomOf?.(session)}
          />
        ))}
      </ul>
    </section>
  ))
}
