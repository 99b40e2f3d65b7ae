import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { RoomNote } from '@/components/shared/state-sign'
import { sayEnd, sayWhen } from '@/lib/i18n/dates'
import { knownEnd, listDay, type ListedSlot } from '@/lib/planning/day-list'
import { pageAddress } from '@/lib/program/addresses'
import type { AgendaSession } from '@/lib/program/agenda'
import type { AgendaParts } from '@/lib/program/agenda-parts'
import type { PickRank } from '@/lib/planning/schema'
import type { RowWords } from '../use-row-words'
import { FoldedRows } from './folded-rows'
import { DAY_LIST } from './place-day'
import { SessionRow } from './session-row'

export type CardsProps = {
  conference: string
  sessions: AgendaSession[]
  parts: AgendaParts
  timeZone: string
  words: RowWords
  picks: ReadonlyMap<string, PickRank>
  onPick: (session: AgendaSession) => void
  /** What I hid is shown in full. */
  unfolded?: boolean
  /** How its room stands, where that is known. */
  roomOf?: (session: AgendaSession) => RoomNote | undefined
}

type Props = CardsProps & { day: string; /** The conference's own zone, whose day it is. */ zone: string }

/** Sessions beside the time at which they begin, which stays in sight as they pass. `placeDay` puts the hour on it. */
export function SlotList({ sessions, day, zone, ...shared }: Props) {
  const t = useTranslations('schedule')
  const slots = listDay(sessions)
  const first = slots.find(({ talks, events }) => talks.length + events.length > 0)
  return (
    <div
      id={DAY_LIST}
      data-day={day}
      data-zone={zone}
      data-clocks={shared.timeZone}
      data-words={`${t('now')}|${t('underWay')}`}
    >
      {slots.map((slot) => (
        <SlotSection key={slot.startAt ?? 'later'} {...shared} slot={slot} day={day} isFirst={slot === first} />
      ))}
    </div>
  )
}

type SectionProps = Omit<CardsProps, 'sessions'> & { slot: ListedSlot; day: string; isFirst: boolean }

function SlotSection({ slot, day, isFirst, timeZone, picks, roomOf, ...card }: SectionProps) {
  const t = useTranslations('schedule')
  const { startAt, endAt, events, talks, services } = slot
  const { language } = card.words
  const start = startAt ?? undefined
  const until = (end: string) => sayEnd({ startAt: start ?? end, endAt: end }, { timeZone, language })
  const isAlone = events.length + talks.length + services.length === 1
  const ownEnd = (session: AgendaSession) => {
    const end = knownEnd(session)
    return start && end && end !== endAt ? card.words.until(until(end)) : undefined
  }
  const rowOf = (session: AgendaSession, isPractical?: boolean) => (
    <SessionRow
      key={session.id}
      {...card}
      isAlone={isAlone}
      isPractical={isPractical}
      session={session}
      rank={picks.get(session.id)}
      room={roomOf?.(session)}
      time={ownEnd(session)}
    />
  )
  return (
    <section className="day-slot" data-start={start} data-first={isFirst || undefined}>
      {/* Two lines, without an element for each: there may be more than a hundred of them. */}
      <h2>
        {start
          ? `${sayWhen({ startAt: start }, { timeZone, language, under: day })}${endAt ? `\n–${until(endAt)}` : ''}`
          : t('noTimeYet')}
      </h2>
      <Rows isAlone={isAlone}>
        {events.length > 1 ? (
          <li>
            <a
              className="on-sign flex min-h-11 items-center gap-2 pl-2.5 text-[0.9375rem] font-semibold text-accent"
              href={pageAddress(card.conference, 'colocatedEvents')}
            >
              {t('events', { count: events.length })}
            </a>
          </li>
        ) : null}
        <FoldedRows sessions={events} picks={picks} rowOf={rowOf} />
        {talks.map((session) => rowOf(session))}
        <FoldedRows sessions={services} picks={picks} practical rowOf={rowOf} />
      </Rows>
    </section>
  )
}

/** A list of one would say nothing but that it is one. */
function Rows({ isAlone, children }: { isAlone: boolean; children: ReactNode }) {
  return isAlone ? children : <ul className="session-rows">{children}</ul>
}
