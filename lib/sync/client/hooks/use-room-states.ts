import { useCallback, useMemo, useSyncExternalStore } from 'react'
import type { RoomStateNow, RoomStates } from '@/lib/rooms/room-states'
import { roomStatesDocument } from '../programme/room-states-store'

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
export function useRoomStates({ id, slug }: { id: string; slug: string }): UsedRoomStates {
  const watch = useCallback((listener: () => void) => roomStatesDocument.watch({ id, slug }, listener), [id, slug])
  const { value: states, fresh } = useSyncExternalStore(
    watch,
    () => roomStatesDocument.held(slug),
    () => roomStatesDocument.nothing,
  )
  const byRoom = useMemo(() => new Map(states?.rooms.map((room) => [room.room, room])), [states])
  const likelyFull = useMemo(
    () => new Map(states?.likelyFull.map((forecast) => [forecast.session, forecast])),
    [states],
  )
  return { byRoom, likelyFull, ready: states !== null, fresh }
}
