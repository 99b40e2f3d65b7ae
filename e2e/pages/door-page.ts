import { randomUUID } from 'node:crypto'
import { expect, type Page } from '@playwright/test'
import { database } from '@/lib/platform/db'
import { insertReadings } from '@/lib/rooms/server/insert-readings'
import { recordStewardReport } from '@/lib/rooms/server/mutations'
import { loadRoomsNow } from '@/lib/rooms/server/queries'
import { insertStewardLink } from '@/lib/rooms/server/steward-links'
import { makeConference, signIn } from '../beforehand'

/** Signs in and organizes a public conference of `tableOfNow`. */
export async function organizeNow(
  page: Page,
  slug: string,
  { alternative }: { alternative?: string } = {},
): Promise<void> {
  await signIn(page, `${slug}@example.org`)
  await makeConference(page, { name: slug, table: tableOfNow(alternative), timeZone: 'UTC', visibility: 'public' })
}

/**
 * In UTC: one session that is on now, in a hall of ten, another at the same time if wanted, and one that is far off.
 */
export function tableOfNow(alternative?: string): string {
  const hour = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString().slice(11, 16)
  // An end before the start is the next morning's.
  const now = `${new Date(Date.now() - 900_000).toISOString().slice(0, 10)},${hour(-0.25)},${hour(0.75)}`
  const rows = [
    `${now},The talk,Hall,10`,
    ...(alternative ? [`${now},${alternative},Loft,20`] : []),
    '2099-01-01,09:00,10:00,Another,Loft,20',
  ]
  return ['Day,Start,End,Title,Room,Capacity', ...rows].join('\n')
}

/** Makes a steward's link for the first room, as an organizer. @returns its address */
export async function makeStewardLink(page: Page, slug: string, name: string): Promise<string> {
  await page.goto(`/c/${slug}/manage/stewards`)
  await page.getByLabel('Who it is for').fill(name)
  await page.getByRole('button', { name: 'Make a link' }).click()
  const link = page.getByRole('link', { name: /\/steward\// })
  await expect(page.getByRole('img', { name: /steward’s link/ })).toBeVisible()
  return (await link.getAttribute('href')) ?? ''
}

/** Counts in every room of a conference where something is on, as stewards do: from empty to full, over and over. */
export async function countEverywhere(slug: string): Promise<void> {
  const [db, now] = [database(), new Date()]
  const { id: conferenceId } = await db.conference.findUniqueOrThrow({ where: { slug }, select: { id: true } })
  const rooms = await loadRoomsNow(db, conferenceId, null, now)
  for (const [index, { roomId, capacity }] of rooms.entries()) {
    const link = await insertStewardLink(db, { conferenceId, roomId, name: 'Door', createdById: null }, now)
    const delta = Math.round(((capacity ?? 0) * (index % 11)) / 10)
    await recordStewardReport(
      db,
      (readings) => insertReadings(db, readings),
      { stewardLinkId: link.id, conferenceId, roomId },
      {
        sentAt: now.toISOString(),
        readings: [{ id: randomUUID(), at: now.toISOString(), kind: 'count', delta }],
        withdrawn: [],
      },
      now,
    )
  }
}

/** In UTC: so many rooms, with names as long as they come, in each of which something is on now. */
export function tableOfRooms(count: number): string {
  const [day, from, to] = [
    new Date(Date.now() - 900_000).toISOString().slice(0, 10),
    new Date(Date.now() - 900_000).toISOString().slice(11, 16),
    new Date(Date.now() + 2_700_000).toISOString().slice(11, 16),
  ]
  const names = ['Hall', 'Auditorium of the second floor', 'Room D203-204', 'Elicium 2 by the escalators']
  const rows = Array.from(
    { length: count },
    (_, index) => `${day},${from},${to},What is said in room ${index},${names[index % 4]} ${index},${100 + index}`,
  )
  return ['Day,Start,End,Title,Room,Capacity', ...rows].join('\n')
}
