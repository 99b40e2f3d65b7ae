import { randomUUID } from 'node:crypto'
import { expect, type Page } from '@playwright/test'
import { database } from '@/lib/platform/db'
import type { Agenda } from '@/lib/program/agenda'
import { expectAccessibleOnBothWidths } from '../axe'
import { test } from '../journey'
import { SecondServer } from '../second-server'
import { readAgenda } from '../server-data'

const NOW = '2026-03-25T11:15:00+01:00'
const SLUG = 'kubecon-eu-2026'

type Session = Agenda['sessions'][number]

/** Two talks that are on and began together, in a room each. */
function twoAtOnce({ sessions }: Agenda): [Session, Session] {
  const at = Date.parse(NOW)
  const on = sessions.filter(
    ({ kind, rooms, startAt, endAt }) =>
      kind === 'talk' && rooms.length === 1 && startAt && endAt && Date.parse(startAt) <= at && at < Date.parse(endAt),
  )
  const [mine] = on.filter(({ startAt }) => on.some((other) => other.startAt === startAt))
  const other = on.findLast(({ startAt, rooms }) => startAt === mine?.startAt && rooms[0] !== mine?.rooms[0])
  if (!mine || !other) throw new Error('The demo has no two talks at once')
  return [mine, other]
}

/** A steward at the door of a session's room says how full it is. Long past by the clocks of other journeys. */
async function sayAtDoor(conferenceId: string, { rooms: [roomId = ''] }: Session, level: string): Promise<void> {
  const link = await database().stewardLink.create({
    data: { conferenceId, roomId, tokenHash: randomUUID(), name: 'Door' },
  })
  await database().reading.create({
    data: {
      id: randomUUID(),
      conferenceId,
      roomId,
      kind: 'level',
      level,
      stewardLinkId: link.id,
      readAt: new Date(NOW),
      createdAt: new Date(NOW),
    },
  })
}

const card = (page: Page) => page.getByRole('region', { name: /^(Yours, on now|Next for you|You are in)$/ })

test('from Now with a pick whose room is full, plan B is one tap, and one to take it back', async ({ page }, info) => {
  test.setTimeout(120_000)
  const server = await SecondServer.start(NOW)
  try {
    await page.clock.install({ time: new Date(NOW) })
    const agenda = await readAgenda(page, SLUG, server.url)
    const [mine, other] = twoAtOnce(agenda)
    await sayAtDoor(agenda.conference.id, mine, 'full')
    await sayAtDoor(agenda.conference.id, other, 'open')
    await page.goto(`${server.url}/c/${SLUG}/sessions/${mine.slug}`)
    await page.getByRole('button', { name: /^I want to go/ }).click()

    await page.goto(`${server.url}/c/${SLUG}`)
    await expect(page.getByRole('heading', { level: 1 })).toContainText('11:1')
    await expect(card(page).getByRole('link', { name: mine.title })).toBeVisible()
    await expect(card(page)).toContainText(/Full\s· counted at the door/)
    const top = await card(page).evaluate((element) => element.getBoundingClientRect().top)
    if (info.project.name === 'phone') expect(top).toBeLessThanOrEqual(112)
    await expectAccessibleOnBothWidths(page)

    // One tap.
    const planB = card(page).getByRole('button', { name: /^Take instead: / })
    const nameOf = agenda.rooms.find(({ id }) => id === other.rooms[0])?.name ?? ''
    await expect(planB).toContainText(nameOf)
    await expect(planB).toContainText(other.title)
    await expect(card(page)).toContainText(/Because: at the same time, seats left/)
    await planB.click()

    await expect(card(page).getByRole('link', { name: other.title })).toBeVisible()
    await expect(card(page).getByRole('button', { name: /^Take instead: / })).toHaveCount(0)
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect(card(page).getByRole('link', { name: mine.title })).toBeVisible()
  } finally {
    await server.kill()
  }
})
