import type { Agenda } from '@/lib/program/agenda'
import type { AnnouncementList } from './announcements-schema'
import type { RoomStateNow } from './room-states'

/** All that a sign behind a secret address is told (/api/v1/signs/<secret>): one room's sessions and no more. */
export type SignDocument = {
  /** The slice of the agenda that this room is in. */ agenda: Agenda
  /** Its id. */ room: string
  state: RoomStateNow | null
  announcements: AnnouncementList
}
