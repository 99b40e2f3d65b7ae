import dynamic from 'next/dynamic'
import { useCallback, useState, type ReactNode } from 'react'
import type { AgendaSession } from '@/lib/program/agenda'
import { keepTrying } from '@/lib/sync/client/exchange/keep-trying'

const PlanBOffer = dynamic(() => keepTrying(() => import('./plan-b-offer')).then((module) => module.PlanBOffer), {
  ssr: false,
})

type Used = {
  /** To be shown where it outlives the session's own place: that may go when another is taken. */ offer: ReactNode
  /** Offers what else is on instead of a session, anew each time. */ offerPlanB: (session: AgendaSession) => void
}

/** What else is on, for somebody who could not get in; its code is loaded when it is wanted. */
export function usePlanBOffer(conference: { id: string; slug: string; timeZone: string }): Used {
  const [asked, setAsked] = useState<{ session: AgendaSession; nth: number } | null>(null)
  const offerPlanB = useCallback(
    (session: AgendaSession) => setAsked((before) => ({ session, nth: (before?.nth ?? 0) + 1 })),
    [],
  )
  return {
    offer: asked ? <PlanBOffer key={asked.nth} conference={conference} session={asked.session} /> : null,
    offerPlanB,
  }
}
