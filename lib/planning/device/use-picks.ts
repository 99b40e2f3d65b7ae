import { useCallback } from 'react'
import { isMine } from '@/lib/planning/changes'
import type { PickRank, Picks, SetPick } from '@/lib/planning/schema'
import { localState, useLocalState, withEngine } from '@/lib/sync/client/store/local-state'
import { shownVersion } from '@/lib/program/device/shown-version'

const none: Picks = new Map()

type UsedPicks = {
  /** Session id → rank; the same map until one of them changes. */
  picks: Picks
  /** Both resolve once the change is kept. */
  set: (sessionId: string, rank: PickRank) => Promise<void>
  drop: (sessionId: string) => Promise<void>
  /** The store was read: an empty map means that nothing is picked. */
  ready: boolean
}

/**
 * My picks of a conference, from this device's own store; a change is in the store before it is on the screen, and on
 * its way to the server then.
 */
export function usePicks(conferenceId: string): UsedPicks {
  const picks = useLocalState((state) => state.picks?.get(conferenceId) ?? none)
  const ready = useLocalState((state) => state.ready)
  const set = useCallback(
    (sessionId: string, rank: PickRank) =>
      withEngine().then((engine) =>
        engine.record(conferenceId, { name: 'setPick', args: pickOf(conferenceId, sessionId, rank) }),
      ),
    [conferenceId],
  )
  const drop = useCallback(
    (sessionId: string) => {
      const known = localState().known?.get(conferenceId)?.get(sessionId)
      if (known !== undefined) droppedHere.set(sessionId, known)
      return withEngine().then((engine) => engine.record(conferenceId, { name: 'dropPick', args: { sessionId } }))
    },
    [conferenceId],
  )
  return { picks, set, drop, ready }
}

/** What those picks knew that were dropped on this page: taking that back teaches nothing new. */
const droppedHere = new Map<string, number>()

/** A new pick knows the programme that is shown; another rank says nothing of what the pick knew. */
function pickOf(conferenceId: string, sessionId: string, rank: PickRank): SetPick {
  const stands = isMine(localState().picks?.get(conferenceId)?.get(sessionId))
  const knownVersion = stands ? undefined : (droppedHere.get(sessionId) ?? shownVersion(conferenceId))
  return { sessionId, rank, ...(knownVersion !== undefined && { knownVersion }) }
}
