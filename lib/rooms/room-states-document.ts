import { conferenceDocument } from '@/lib/program/conference-document'
import type { RoomStates } from './room-states'

/** How full each room is. Not kept for a dead network, where a state of an hour ago misleads. */
export const roomStatesDocument = conferenceDocument<RoomStates>({
  name: 'room-states.json',
  topic: 'rooms',
  isKept: false,
})
