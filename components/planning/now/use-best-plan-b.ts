import { useMemo } from 'react'
import { findAlternatives, isFull, isSoldOut, type Alternative, type Fullness } from '@/lib/planning/alternatives'
import type { Picks } from '@/lib/planning/schema'
import { slotOf } from '@/lib/planning/slots'
import type { Agenda, AgendaSession } from '@/lib/program/agenda'

type Asked = {
  agenda: Agenda
  picks: Picks
  /** Whose room may be full; undefined: nothing of mine is on or next. */ session: AgendaSession | undefined
  fullnessOf: (sessionId: string) => Fullness
}

/** What to go to where the room of a pick is full; null: it is not, or nothing else has a seat. */
export function useBestPlanB({ agenda, picks, session, fullnessOf }: Asked): Alternative | null {
  return useMemo(() => {
    const slot = session && isFull(fullnessOf(session.id)) ? slotOf(agenda, picks, session) : null
    const found = slot ? findAlternatives(agenda, picks, slot, fullnessOf) : []
    const mayHaveSeat = (one: AgendaSession) => picks.get(one.id) === 'planB' || !isSoldOut(one)
    return found.find((one) => !isFull(fullnessOf(one.session.id)) && mayHaveSeat(one.session)) ?? null
  }, [agenda, picks, session, fullnessOf])
}
