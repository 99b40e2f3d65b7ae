import { useNow } from '@/components/shared/use-now'
import { RoomStateFacts } from '@/components/rooms/room-state'
import { useRoomStates } from '@/lib/rooms/device/use-room-states'

type Props = { conference: { id: string; slug: string }; roomId: string }

/**
 * How full a room is at present, where somebody says so. Its line is there before it is known, so that nothing moves.
 */
export function PartRoomState({ conference, roomId }: Props) {
  const now = useNow()
  const state = useRoomStates(conference).byRoom.get(roomId)
  return (
    <p className="min-h-6">{state && state.state !== 'unknown' ? <RoomStateFacts room={state} now={now} /> : null}</p>
  )
}
