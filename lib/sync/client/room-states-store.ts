import { roomStatesSchema } from '@/lib/rooms/room-states'
import { liveDocument } from './live-document'

/** How full each room is. Not kept for a dead network: a state of an hour ago misleads. */
export const roomStatesDocument = liveDocument({
  topic: 'rooms',
  name: 'room-states.json',
  read: (json) => {
    const parsed = roomStatesSchema.safeParse(json)
    return parsed.success ? parsed.data : null
  },
})

/** Asks again, as after a report of one's own. */
export const refreshRoomStates = roomStatesDocument.refresh
