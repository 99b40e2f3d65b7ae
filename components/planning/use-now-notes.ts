import { useMemo } from 'react'
import type { RoomNote } from '@/components/shared/state-sign'
import { placeBlocks } from '@/lib/planning/blocks'
import type { WhatIsOn } from '@/lib/planning/now'
import { passagesTo } from '@/lib/planning/passages'
import type { Picks } from '@/lib/planning/schema'
import type { Agenda, AgendaSession } from '@/lib/program/agenda'
import type { AgendaParts } from '@/lib/program/agenda-parts'
import { useBlocks } from '@/lib/planning/device/use-blocks'
import { usePlanNotes } from './plan/use-plan-notes'

type Shown = {
  agenda: Agenda
  parts: AgendaParts
  picks: Picks
  whereabouts: WhatIsOn['whereabouts']
  timeZone: string
  now: Date
  roomOf: (session: AgendaSession) => RoomNote | undefined
}

/**
 * What to mind about what is next for me: when to leave for it from where I said that I am or was, else from my choice
 * before it, and what it overlaps with.
 */
export function useNowNotes({
  agenda,
  parts,
  picks,
  whereabouts,
  timeZone,
  now,
  roomOf,
}: Shown): (session: AgendaSession) => string | undefined {
  const { blocks } = useBlocks(agenda.conference.id)
  const placed = useMemo(() => placeBlocks(blocks, agenda.days, agenda.conference.timeZone), [blocks, agenda])
  const chosen = useMemo(
    () => agenda.sessions.filter(({ id }) => picks.get(id) === 'first' || picks.get(id) === 'planB'),
    [agenda, picks],
  )
  const first = chosen.filter(({ id }) => picks.get(id) === 'first')
  const stops =
    whereabouts.length > 0
      ? [...whereabouts, ...first.filter(({ startAt }) => startAt && Date.parse(startAt) > now.getTime())]
      : first
  return usePlanNotes({ chosen, picks, placed, ways: passagesTo(stops, agenda, parts), timeZone, now, roomOf })
}
