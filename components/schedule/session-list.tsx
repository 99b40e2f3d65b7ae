import { sayWhen } from '@/lib/i18n/dates'
import { DAY_LIST } from './day/place-day'
import { SessionRow } from './day/session-row'
import type { CardsProps } from './day/slot-list'

type Props = CardsProps & {
  days: { date: string; label: string }[]
  /** What was searched for. */ sought: string
  empty: string
}

/** What a search found, over all days, best first under each day, with what matched marked. */
export function SessionList({ sessions, picks, days, sought, empty, roomOf, timeZone, ...card }: Props) {
  if (sessions.length === 0) return <p className="py-8 text-center text-muted">{empty}</p>
  const { language } = card.words
  const found = days.map(({ date, label }) => {
    const ofDay = sessions.filter((session) => session.dayOn === date)
    if (ofDay.length === 0) return null
    return (
      <section key={date} className="pb-4">
        <h2 className="py-2 text-lg font-semibold">{label}</h2>
        <ul className="session-rows">
          {ofDay.map((session) => (
            <SessionRow
              key={session.id}
              {...card}
              session={session}
              rank={picks.get(session.id)}
              room={roomOf?.(session)}
              time={sayWhen({ startAt: session.startAt, endAt: session.endAt }, { timeZone, language, under: date })}
              sought={sought}
            />
          ))}
        </ul>
      </section>
    )
  })
  return <div id={DAY_LIST}>{found}</div>
}
