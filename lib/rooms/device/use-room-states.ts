import { useEffect, useMemo, useState } from 'react'
import { useFollowed } from '@/lib/sync/client/documents/use-followed'
import type { RoomStateNow, RoomStates } from '../room-states'
import { roomStates } from './room-states'

/** What a network does not bring by then is not waited for: what is on can be read without. */
const PATIENCE_MS = 1_000

const none: readonly string[] = []

type UsedRoomStates = {
  /** By room id; empty until the server has answered once. */
  byRoom: ReadonlyMap<string, RoomStateNow>
  /** By session id: of those to come that are not unlikely to be full. */
  likelyFull: ReadonlyMap<string, RoomStates['likelyFull'][number]>
  /** Sessions that most people go to, most first. */
  mostPicked: readonly string[]
  ready: boolean
  /** The server answered last time. */
  fresh: boolean
}

/** How full a conference's rooms are, as long as the screen is open and there is a network. */
export function useRoomStates(conference: { id: string; slug: string }): UsedRoomStates {
  const states = useFollowed(roomStates, conference, ({ value }) => value)
  const fresh = !useFollowed(roomStates, conference, ({ failed }) => failed)
  const byRoom = useMemo(() => new Map(states?.rooms.map((room) => [room.room, room])), [states])
  const likelyFull = useMemo(
    () => new Map(states?.likelyFull.map((forecast) => [forecast.session, forecast])),
    [states],
  )
  return { byRoom, likelyFull, mostPicked: states?.mostPicked ?? none, ready: states !== null, fresh }
}

/**
 * Are the states here, known not to come, or too late to be waited for? A list in their order is drawn from then on: it
 * would jump when they come.
 */
export function useAreStatesSettled(conference: { id: string; slug: string }): boolean {
  const { ready, fresh } = useRoomStates(conference)
  const [isLate, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE_MS)
    return () => clearTimeout(timer)
  }, [])
  return ready || !fresh || isLate
}
