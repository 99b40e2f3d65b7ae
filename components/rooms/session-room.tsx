import { useTranslations } from 'next-intl'
import { useNow } from '@/components/shared/use-now'
import { usePlanBOffer } from '@/components/shared/use-plan-b-offer'
import type { AgendaSession } from '@/lib/program/agenda'
import { useRoomStates } from '@/lib/rooms/device/use-room-states'
import { DoorReport } from './door-report'
import { RoomStateFacts } from './room-state'

type Props = { conference: { id: string; slug: string; timeZone: string }; session: AgendaSession }

/** A session's room while it matters: how full it is and a tap to say so, or that it is likely to be full. */
export function SessionRoom({ conference, session }: Props) {
  const t = useTranslations('rooms')
  const now = useNow()
  const { offer, offerPlanB } = usePlanBOffer(conference)
  const { byRoom, likelyFull } = useRoomStates(conference)
  const room = session.rooms.map((id) => byRoom.get(id)).find((state) => state?.session === session.id)
  const likely = likelyFull.has(session.id) ? <p className="font-medium text-warning">{t('likelyFull')}</p> : null
  const section = room ? (
    <section aria-label={t('title')} className="grid gap-2">
      <p>
        <RoomStateFacts room={room} now={now} />
      </p>
      <DoorReport conference={conference} session={session} onTurnedAway={offerPlanB} />
    </section>
  ) : (
    likely
  )
  // Beside it: the session may end while somebody looks for another.
  return (
    <>
      {section}
      {offer}
    </>
  )
}
