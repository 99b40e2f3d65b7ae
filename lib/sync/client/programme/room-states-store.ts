import { liveDocument } from '../exchange/live-document'

/** How full each room is. Not kept for a dead network: a state of an hour ago misleads. */
export const roomStatesDocument = liveDocument({
  topic: 'rooms',
  name: 'room-states.json',
  read: async (json) => (await import('../notes/readers')).readRoomStates(json),
})

/** Asks again, as after a report of one's own. */
export const refreshRoomStates = roomStatesDocument.refresh
