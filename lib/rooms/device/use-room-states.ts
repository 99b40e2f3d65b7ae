import { useMemo } from 'react'
import { useFollowed } from '@/lib/sync/client/documents/use-followed'
import type { RoomStateNow, RoomStates } from '../room-states'
import { roomStates } from './room-states'

type UsedRoomStates = {
  /** By room id; empty until the server has answered once. */
  byRoom: ReadonlyMap<string, RoomStateNow>
  /** By session id: of those to come that are not unlikely to be full. */
  likelyFull: ReadonlyMap<string, RoomStates['likelyFull'][number]>
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
  return { byRoom, likelyFull, ready: states !== null, fresh }
}
