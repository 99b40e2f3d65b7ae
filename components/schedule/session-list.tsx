import { SessionCard } from './session-card'
import type { CardsProps } from './slot-list'

type Props = CardsProps & { days: { date: string; label: string }[]; empty: string }

/** What a search found, over all days, best first under each day. */
export function SessionList({ sessions, picks, days, empty, roomOf, ...card }: Props) {
  if (sessions.length === 0) return <p className="py-8 text-center text-muted">{empty}</p>
  return days.map(({ date, label }) => {
    const ofDay = sessions.filter((session) => session.dayOn === date)
    if (ofDay.length === 0) return null
    return (
      <section key={date} className="pb-4">
        <h2 className="py-2 text-lg font-semibold">{label}</h2>
        <ul className="grid gap-2 md:grid-cols-2 xl:grid-cols-3">
          {ofDay.map((session) => (
            <SessionCard
              key={session.id}
              {...card}
              session={session}
              rank={picks.get(session.id)}
              room={roomOf?.(session)}
            />
          ))}
        </ul>
      </section>
    )
  })
}
