import type { PrismaClient } from '@/generated/prisma/client'
import { served, type ServedDocument } from '@/lib/feeds/document'
import { fosdemRooms } from '@/lib/feeds/fosdem-rooms'
import type { Viewer } from '@/lib/people/server/viewer-of-cookies'
import { servedNotes, servedPhotos } from '@/lib/notes/server/served-kinds'
import { servedAttendances, servedBlocks, servedPicks, servedSeen } from '@/lib/planning/server/served-kinds'
import { agendaDocument } from '@/lib/program/agenda-document'
import { changesDocument, descriptionsDocument } from '@/lib/program/programme-documents'
import { announcementsDocument } from '@/lib/rooms/announcements-document'
import { roomStatesDocument } from '@/lib/rooms/room-states-document'
import { listAnnouncements } from '@/lib/rooms/server/announce'
import { loadRoomStates } from '@/lib/rooms/server/room-states'
import { listChanges } from '@/lib/schedule/read/list-changes'
import { loadAgenda } from '@/lib/schedule/read/load-agenda'
import { listDescriptions } from '@/lib/schedule/read/queries'
import type { PushAnswer } from './sync/answers'
import type { Pull, Push } from './sync/protocol'
import { readPull } from './sync/server/pull'
import { runPush } from './sync/server/push'

/** The one list of the documents that screens follow, with what the server makes each of. */
export const servedDocuments: readonly ServedDocument[] = [
  served(agendaDocument, { render: ({ db, conferenceId }) => loadAgenda(db, conferenceId) }),
  served(descriptionsDocument, { render: ({ db, conferenceId }) => listDescriptions(db, conferenceId) }),
  served(changesDocument, { render: ({ db, conferenceId }) => listChanges(db, conferenceId) }),
  served(announcementsDocument, { render: ({ db, conferenceId }) => listAnnouncements(db, conferenceId) }),
  served(roomStatesDocument, {
    render: ({ db, conferenceId, now }) => loadRoomStates(db, conferenceId, now),
    otherForms: { 'rooms.json': fosdemRooms },
    isForOtherSites: true,
  }),
]

/** The one list of what people have on several devices, as the server keeps it. */
export const servedKinds = [
  servedPicks,
  servedBlocks,
  servedAttendances,
  servedSeen,
  servedNotes,
  servedPhotos,
] as const

/** runPush with all kinds that there are. */
export function push(db: PrismaClient, viewer: Viewer, sent: Push, now: Date): Promise<PushAnswer> {
  return runPush(servedKinds, db, viewer, sent, now)
}

/** readPull of all kinds that there are. */
export function pull(db: PrismaClient, viewer: Viewer, asked: Pull) {
  return readPull(servedKinds, db, viewer, asked)
}
