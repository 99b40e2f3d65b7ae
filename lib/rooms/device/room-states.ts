import { follow } from '@/lib/sync/client/documents/follow'
import { roomStatesDocument } from '../room-states-document'

/** What this page knows of how full rooms are. */
export const roomStates = follow(roomStatesDocument)
