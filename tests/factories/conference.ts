import type { PrismaClient } from '@/generated/prisma/client'

let made = 0

/** Before whatever a test says is now. */
const updatedAt = new Date('2026-01-01T00:00:00Z')

/** A conference with so many sessions, an hour each; their ids in order. */
export async function makeConference(
  db: PrismaClient,
  { visibility = 'public', sessions = 3 }: { visibility?: 'private' | 'public'; sessions?: number } = {},
) {
  const name = `conference${++made}`
  const day = sessions > 0 ? new Date('2026-03-24') : null
  const summed = { firstOn: day, lastOn: day, sessionCount: sessions }
  const conference = await db.conference.create({
    data: {
      slug: name,
      name,
      acronym: name,
      timeZone: 'Europe/Paris',
      visibility,
      lastNumber: sessions,
      updatedAt,
      ...summed,
    },
  })
  const rows = Array.from({ length: sessions }, (_, index) => ({
    conferenceId: conference.id,
    number: index + 1,
    title: `Session ${index + 1}`,
    rawTitle: `Session ${index + 1}`,
    dayOn: new Date('2026-03-24'),
    startAt: new Date(Date.UTC(2026, 2, 24, 8 + index)),
    endAt: new Date(Date.UTC(2026, 2, 24, 9 + index)),
    updatedAt,
  }))
  const created = await db.session.createManyAndReturn({ data: rows, select: { id: true } })
  return { ...conference, sessionIds: created.map(({ id }) => id) }
}
