import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { useAction } from '@/components/ui/use-action'
import type { RoomPlace } from '@/lib/program/agenda'
import { placeRoomAction } from '@/lib/schedule/building/actions'
import type { PlacedRoom } from '@/lib/schedule/building/list-floors'

type Place = RoomPlace | null

/** The rooms where they are put, before the server has it, too; what it refuses goes back to where it was. */
export function usePlaces(conference: string, given: readonly PlacedRoom[]) {
  const router = useRouter()
  const [moved, setMoved] = useState<ReadonlyMap<string, Place>>(new Map())
  const [, startTransition] = useTransition()
  const { run, outcome } = useAction(placeRoomAction)
  const rooms = given.map((room) => {
    const place = moved.get(room.id)
    return place === undefined ? room : { ...room, place: place ?? undefined }
  })

  /** Shows a room there, and tells nobody. */
  const show = (room: string, place: Place) => setMoved((before) => new Map(before).set(room, place))
  const save = async (room: string, place: Place): Promise<boolean> => {
    show(room, place)
    const done = await run({ conference, room, place })
    // With the page as it is then: it does not jump back meanwhile.
    startTransition(() => {
      if (done.ok) router.refresh()
      setMoved((before) => (before.get(room) === place ? without(before, room) : before))
    })
    return done.ok
  }
  return { rooms, show, save, failed: outcome && !outcome.ok ? outcome.reason : null }
}

function without(places: ReadonlyMap<string, Place>, room: string): ReadonlyMap<string, Place> {
  return new Map([...places].filter(([id]) => id !== room))
}
