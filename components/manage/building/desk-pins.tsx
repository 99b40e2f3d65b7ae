import type { RefObject } from 'react'
import { usePlanLabels } from '@/components/rooms/building/use-plan-labels'
import type { PlanPoint } from '@/lib/program/building/plan-point'
import type { PlacedRoom } from '@/lib/schedule/building/list-floors'
import { PlanPin } from './plan-pin'

type Props = {
  rooms: readonly PlacedRoom[]
  surface: RefObject<HTMLElement | null>
  /** The id of the room that is chosen. */ chosen: string | null
  /** The id of what says which keys there are. */ hint: string
  onChoose: (room: PlacedRoom) => void
  onMove: (room: PlacedRoom, point: PlanPoint) => void
  onSettle: (room: PlacedRoom) => void
  onRemove: (room: PlacedRoom) => void
}

/** The rooms of a floor on its plan, with their names where these cover nothing. */
export function DeskPins({ rooms, surface, chosen, hint, onChoose, onMove, onSettle, onRemove }: Props) {
  const here = rooms.flatMap((room) =>
    room.place ? [{ room, id: room.id, place: room.place, lines: [room.name] }] : [],
  )
  const fitting = usePlanLabels(surface, here, chosen)
  return here.map(({ id, room, place }) => (
    <PlanPin
      key={id}
      held={`room:${id}`}
      name={room.name}
      spot={fitting.get(id)}
      point={place}
      hint={hint}
      isChosen={id === chosen}
      onChoose={() => onChoose(room)}
      onMove={(point) => onMove(room, point)}
      onSettle={() => onSettle(room)}
      onRemove={() => onRemove(room)}
    />
  ))
}
