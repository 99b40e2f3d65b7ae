import dynamic from 'next/dynamic'
import { useState } from 'react'
import type { AgendaSession } from '@/lib/schedule/agenda'
import { keepTrying } from '@/lib/sync/client/keep-trying'
import { useAttendances } from '@/lib/sync/client/use-attendances'
import { SeatsReport } from './seats-report'

const PlanBOffer = dynamic(() => keepTrying(() => import('@/components/planning/plan-b-offer')).then((module) => module.PlanBOffer), { ssr: false })

type Props = { conference: { id: string; slug: string; timeZone: string }; session: AgendaSession }

/** What somebody at a session's door can say; whoever could not get in is offered what else is on at once, and has the session on their list of replays. */
export function DoorReport({ conference, session }: Props) {
  const { attendances, set } = useAttendances(conference.id)
  const [offers, setOffers] = useState(0)
  const onFull = () => {
    void set(session.id, { findSlides: false, ...attendances.get(session.id), status: 'couldNotGetIn', watchReplay: true })
    setOffers((before) => before + 1)
  }
  return (
    <>
      <SeatsReport conference={conference} sessionId={session.id} onFull={onFull} />
      {offers > 0 ? <PlanBOffer key={offers} conference={conference} session={session} /> : null}
    </>
  )
}
