import { useTranslations } from 'next-intl'
import { useNow } from '@/components/shared/use-now'
import { usePlanBOffer } from '@/components/shared/use-plan-b-offer'
import { canBeAtDoor } from '@/lib/planning/now'
import type { AgendaSession } from '@/lib/program/agenda'
import { stateAbout } from '@/lib/rooms/session-fullness'
import { useRoomStates } from '@/lib/rooms/device/use-room-states'
import { DoorReport } from './door-report'
import { RoomStateFacts } from './room-state'

type Props = { conference: { id: string; slug: string; timeZone: string }; session: AgendaSession }

/** How full a session's room is while that is about it, or that it is likely to be full; in a line. */
export function SessionRoomState({ conference, session }: Props) {
  const t = useTranslations('rooms')
  const now = useNow()
  const { byRoom, likelyFull } = useRoomStates(conference)
  const room = stateAbout(session, byRoom)
  if (room && room.state !== 'unknown') return <RoomStateFacts room={room} now={now} />
  return likelyFull.has(session.id) ? <span className="font-medium text-warning">{t('likelyFull')}</span> : null
}

/** While its room's state is about a session and people are at its door: a tap to say how it is there. */
export function SessionRoom({ conference, session }: Props) {
  const t = useTranslations('rooms')
  const { offer, offerPlanB } = usePlanBOffer(conference)
  const { byRoom } = useRoomStates(conference)
  const now = useNow()
  // The offer is beside it: the session may end while somebody looks for another.
  return (
    <>
      {now && canBeAtDoor(session, now) && stateAbout(session, byRoom) ? (
        <section aria-label={t('title')}>
          <DoorReport conference={conference} session={session} onTurnedAway={offerPlanB} />
        </section>
      ) : null}
      {offer}
    </>
  )
}
