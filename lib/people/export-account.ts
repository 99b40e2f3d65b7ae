import type { Database } from '@/lib/platform/db'
import { groupsOf, notesOf } from './participation'

/** Everything that the server holds of a person, as they may take it with them; photos' bytes and secrets are not in it. */
export async function exportAccount(db: Database, userId: string) {
  const account = await db.user.findUniqueOrThrow({ where: { id: userId }, select: { email: true, name: true, handle: true, language: true, createdAt: true } })
  const conference = { select: { slug: true, name: true } }
  const session = { select: { number: true, title: true } }
  const memberships = await db.membership.findMany({ where: { userId }, select: { role: true, createdAt: true, conference }, orderBy: { createdAt: 'asc' } })
  const picks = await db.pick.findMany({ where: { userId, droppedAt: null }, select: { rank: true, createdAt: true, updatedAt: true, conference, session }, orderBy: { revision: 'asc' } })
  const blocks = await db.block.findMany({ where: { userId, droppedAt: null }, select: { title: true, startAt: true, endAt: true, daily: true, conference }, orderBy: { revision: 'asc' } })
  const attendances = await db.attendance.findMany({ where: { userId }, select: { status: true, watchReplay: true, findSlides: true, reason: true, conference, session }, orderBy: { revision: 'asc' } })
  const notes = await db.note.findMany({
    where: { AND: [{ userId }, notesOf(userId)] },
    select: { id: true, text: true, place: true, notedAt: true, createdAt: true, updatedAt: true, deletedAt: true, conference, session, revisions: { select: { text: true, createdAt: true }, orderBy: { createdAt: 'asc' } } },
    orderBy: { revision: 'asc' },
  })
  const photos = await db.photo.findMany({ where: { userId, deletedAt: null }, select: { id: true, noteId: true, caption: true, mediaType: true, width: true, height: true, bytes: true, takenAt: true }, orderBy: { takenAt: 'asc' } })
  const recaps = await db.recap.findMany({ where: { userId }, select: { title: true, summary: true, language: true, tags: true, text: true, createdAt: true, updatedAt: true, deletedAt: true, conference }, orderBy: { createdAt: 'asc' } })
  const calendars = await db.feedToken.findMany({ where: { userId, revokedAt: null }, select: { name: true, createdAt: true, lastReadAt: true, conference }, orderBy: { createdAt: 'asc' } })
  const groups = await db.groupMember.findMany({ where: { userId, group: groupsOf(userId) }, select: { joinedAt: true, group: { select: { name: true, conference } } }, orderBy: { joinedAt: 'asc' } })
  return { account, memberships, groups, picks, blocks, attendances, notes, photos, recaps, calendars }
}
