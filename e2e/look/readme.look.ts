import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { database } from '@/lib/platform/db'
import { instantOf } from '@/lib/platform/time'
import type { Agenda } from '@/lib/program/agenda'
import { SecondServer } from '../second-server'
import { readAgenda } from '../server-data'

// The pictures of the README: `PICTURES=docs/pictures npx playwright test --config=look.config.ts readme`. They show
// the demo's KubeCon at a quarter past eleven, and Hallway Days at twenty to twelve.

const { PICTURES } = process.env
const KUBECON = 'kubecon-eu-2026'
const DAY = '2026-03-25'
const NOW = `${DAY}T11:15:00+01:00`

const picks = {
  first: ['From GitOps to AIOps: Evolving RBI', 'Sponsored Demo: KubeHound', 'Project Pavilion Tour with Daniel Drack'],
  planB: 'Automate Once, Run Anywhere',
}

/** What is said at a room's door. */
type AtDoor = { name: string; minutesAgo: number; level: string } | Counted
type Counted = { name: string; minutesAgo: number; capacity: number; count: number }

const atKubecon: AtDoor[] = [
  { name: 'Forum', minutesAgo: 0, level: 'full' },
  { name: 'Hall 7 | Room C', minutesAgo: 1, capacity: 300, count: 90 },
  { name: 'E103-105', minutesAgo: 2, capacity: 200, count: 148 },
  { name: 'Auditorium', minutesAgo: 4, capacity: 1200, count: 380 },
]
const atHallwayDays: AtDoor[] = [
  { name: 'Great Hall', minutesAgo: 2, capacity: 800, count: 744 },
  { name: 'The Lantern (silent stage)', minutesAgo: 2, capacity: 120, count: 48 },
]

test.skip(!PICTURES, 'PICTURES names no folder for them')
test.use({ deviceScaleFactor: 1.5, timezoneId: 'Europe/Amsterdam' })
test.setTimeout(240_000)

for (const { locale, colorScheme } of [
  { locale: 'en', colorScheme: 'light' },
  { locale: 'fr', colorScheme: 'dark' },
] as const)
  test.describe(() => {
    test.use({ locale, colorScheme })

    test(`KubeCon, ${locale}, ${colorScheme}`, async ({ page, isMobile }, { project }) => {
      const server = await SecondServer.start(NOW)
      try {
        await page.clock.install({ time: new Date(NOW) })
        const agenda = await readAgenda(page, KUBECON, server.url)
        await sayAtDoors(agenda, atKubecon, new Date(NOW))
        await pickAll(page, server.url, agenda)
        const shown = screensOf(locale, isMobile)
        for (const [name, path] of shown) {
          await page.goto(`${server.url}/c/${KUBECON}${path}`)
          await take(page, `${name}-${project.name}`)
        }
      } finally {
        await server.kill()
      }
    })
  })

test('a floor of Hallway Days', async ({ page, isMobile }, { project }) => {
  test.skip(!isMobile)
  const agenda = await readAgenda(page, 'hallway-days')
  const now = instantOf(`${agenda.days[0]}T11:40`, agenda.conference.timeZone) ?? new Date()
  const server = await SecondServer.start(now.toISOString())
  try {
    await page.clock.install({ time: now })
    await sayAtDoors(agenda, atHallwayDays, now)
    await page.goto(`${server.url}/c/hallway-days/rooms`)
    await expect(page.getByRole('region', { name: /^Plan of / })).toBeVisible()
    await take(page, `floor-${project.name}`)
  } finally {
    await server.kill()
  }
})

function screensOf(locale: 'en' | 'fr', isMobile: boolean): [name: string, path: string][] {
  if (locale === 'fr') return isMobile ? [['now-dark', '']] : []
  if (!isMobile) return [['grid', `/schedule/${DAY}`]]
  return [
    ['now', ''],
    ['schedule', `/schedule/${DAY}`],
    ['plan', `/plan#${DAY}`],
    ['rooms', '/rooms'],
  ]
}

async function sayAtDoors({ conference, rooms }: Agenda, said: readonly AtDoor[], now: Date): Promise<void> {
  // Another test of this worker may have counted there.
  await database().reading.deleteMany({ where: { conferenceId: conference.id } })
  for (const { name, minutesAgo, ...what } of said) {
    const { id: roomId } = oneOf(rooms, (room) => room.name === name)
    const link = await database().stewardLink.create({
      data: { conferenceId: conference.id, roomId, tokenHash: randomUUID(), name: 'Door' },
    })
    if ('capacity' in what) await database().room.update({ where: { id: roomId }, data: { capacity: what.capacity } })
    const at = new Date(now.getTime() - minutesAgo * 60_000)
    const reading =
      'level' in what ? { kind: 'level' as const, ...what } : { kind: 'count' as const, delta: what.count }
    await database().reading.create({
      data: {
        id: randomUUID(),
        conferenceId: conference.id,
        roomId,
        stewardLinkId: link.id,
        readAt: at,
        createdAt: at,
        ...reading,
      },
    })
  }
}

async function pickAll(page: Page, origin: string, { sessions }: Agenda): Promise<void> {
  const rank = async (title: string, button: RegExp) => {
    const { slug } = oneOf(sessions, (session) => session.title.startsWith(title))
    await page.goto(`${origin}/c/${KUBECON}/sessions/${slug}`)
    await page.getByRole('button', { name: button }).first().click()
    await expect(page.getByRole('button', { name: button, pressed: true }).first()).toBeVisible()
  }
  for (const title of picks.first) await rank(title, /^(I want to go|Je veux y aller)/)
  await rank(picks.planB, /^Plan B/)
}

function oneOf<Item>(items: readonly Item[], isIt: (item: Item) => boolean): Item {
  const found = items.find(isIt)
  if (!found) throw new Error('The demo is another one')
  return found
}

/** What is in sight, once all of it is there. */
async function take(page: Page, name: string): Promise<void> {
  await page.waitForLoadState('networkidle')
  await page.evaluate(() => document.fonts.ready)
  await page.screenshot({ path: join(PICTURES ?? '', `${name}.png`) })
}
