import { useTranslations } from 'next-intl'
import { SessionRoomState } from '@/components/rooms/session-room'
import { PartLink } from '@/components/shared/part-link'
import { sayLength } from '@/lib/i18n/dates'
import { stopBefore } from '@/lib/planning/passages'
import type { Picks } from '@/lib/planning/schema'
import { passageBetween } from '@/lib/planning/walking'
import { isolated } from '@/lib/platform/bidi'
import type { Agenda, AgendaSession } from '@/lib/program/agenda'
import { hasDoors } from '@/lib/program/doors'
import { roomNames, roomsOf, type AgendaParts } from '@/lib/program/agenda-parts'

type Props = { agenda: Agenda; session: AgendaSession; parts: AgendaParts; picks: Picks }

/**
 * Where a session is: its room, how that stands, and how far it is from where I will be. The second line has its place
 * before it is known.
 */
export function SessionPlace({ agenda, session, parts, picks }: Props) {
  const t = useTranslations('rooms')
  const rooms = roomsOf(session, parts)
  if (rooms.length === 0) return null
  return (
    <div>
      <ul className="flex flex-wrap gap-x-4">
        {rooms.map((room) => (
          <li key={room.id} className="flex min-h-11 flex-wrap items-center gap-x-2">
            <PartLink
              conference={agenda.conference.slug}
              kind="room"
              isOnPlan
              part={room}
              className="inline-flex min-h-11 items-center font-medium"
            />
            {room.capacity ? (
              <span className="text-sm text-muted">
                {t('capacity', { capacity: room.capacity, kind: room.capacityKind })}
              </span>
            ) : null}
          </li>
        ))}
      </ul>
      {/* Of what has no doors nothing comes. */}
      <p className={`flex flex-wrap gap-x-4 text-sm ${hasDoors(session) ? 'min-h-6' : 'empty:hidden'}`}>
        <SessionRoomState conference={agenda.conference} session={session} />
        <Way agenda={agenda} session={session} parts={parts} picks={picks} />
      </p>
    </div>
  )
}

/** How far it is from the pick of mine that ends before it; nothing where none does, or it is in the same room. */
function Way({ agenda, session, parts, picks }: Props) {
  const t = useTranslations('session')
  const start = Date.parse(session.startAt ?? '')
  const mine = agenda.sessions.filter(({ id }) => id !== session.id && picks.get(id) === 'first')
  const before = stopBefore(start, mine)
  const way =
    before && passageBetween(before.end, roomsOf(before.session, parts), start, roomsOf(session, parts), agenda.walks)
  if (!before || !way || way.walkMinutes === 0) return null
  const said = { length: sayLength(way.walkMinutes), from: isolated(roomNames(before.session, parts)) }
  return (
    <span className={way.slackMinutes < 0 ? 'font-medium text-warning' : 'text-muted'}>
      {way.slackMinutes < 0 ? t('wayLate', { ...said, late: sayLength(-way.slackMinutes) }) : t('way', said)}
    </span>
  )
}
