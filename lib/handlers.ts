import type { PrismaClient } from '@/generated/prisma/client'
import type { Viewer } from '@/lib/people/server/viewer-of-cookies'
import { servedNotes, servedPhotos } from '@/lib/notes/server/served-kinds'
import { servedAttendances, servedBlocks, servedPicks, servedSeen } from '@/lib/planning/server/served-kinds'
import type { PushAnswer } from './sync/answers'
import type { Pull, Push } from './sync/protocol'
import { readPull } from './sync/server/pull'
import { runPush } from './sync/server/push'

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
