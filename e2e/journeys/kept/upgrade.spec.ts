import { expect, type Browser } from '@playwright/test'
import { root } from '@/scripts/programs.mjs'
import { manageScreens } from '../../all-screens'
import { test } from '../../journey'
import { whenKept } from '../../kept-here'
import { bringInTable, makePublic } from '../../pages/bring-in-page'
import { Device } from '../../pages/device'
import { RecapPage } from '../../pages/recap-page'
import { signInByCode } from '../../pages/sign-in-page'
import { addressesOf } from '../../server-data'
import { heldHere } from '../../whole-data'
import { WholeServer } from '../../whole-server'

test.use({ serviceWorkers: 'allow' })

// The release before this one and this one, over one database: scripts/test-long.mjs builds the former and names it.

const earlier = process.env.HALLWAY_EARLIER_RELEASE ?? ''
const screens = ['', '/schedule', '/plan', '/rooms', '/speakers', '/tracks', '/notes', '/changes', '/recaps']

const tableOf = (titles: readonly string[]) =>
  [
    'Day,Start,End,Title,Room,Speakers',
    ...titles.map(
      (title, index) => `2026-03-24,${9 + index}:00,${9 + index}:30,${title},Hall ${index},Speaker ${index}`,
    ),
  ].join('\n')

test.beforeEach(({}, info) => {
  test.skip(info.project.name !== 'phone', 'What the server and the stores hold is the same on a wide screen.')
  test.skip(!earlier, 'This clone holds no earlier release (HALLWAY_EARLIER_RELEASE).')
  test.setTimeout(600_000)
})

/** Somebody with a conference of their own that everybody sees, on a phone that keeps it. */
async function settleIn(browser: Browser, { url }: WholeServer, slug: string): Promise<Device> {
  const page = await (await browser.newContext({ baseURL: url })).newPage()
  await signInByCode(page, `${slug}@example.org`)
  const titles = ['Talk A', 'Talk B', 'Talk C']
  await bringInTable(page, { name: slug, table: tableOf(titles), sessions: titles.length })
  await makePublic(page, slug)
  return new Device('phone', page, slug, await addressesOf(page, slug))
}

async function attend(device: Device): Promise<void> {
  await device.attend('Talk A', 'Quokkas were discussed.')
  await device.settled()
}

async function statusOf({ page }: Device, address: string): Promise<string> {
  return `${address} ${(await page.request.get(address)).status()}`
}

test('an earlier version goes on serving when the next one has changed the database @long', async ({ browser }) => {
  const server = await WholeServer.start(earlier)
  try {
    const before = await settleIn(browser, server, 'before')
    await attend(before)
    const next = await server.startBeside(root)
    try {
      const manage = manageScreens.map((screen) => `/manage${screen}`)
      const addresses = [...screens, ...manage].map((screen) => `/c/before${screen}`)
      // The earlier one has no plans of buildings yet.
      const there = await Promise.all(addresses.map((address) => statusOf(before, address)))
      expect(there.filter((line) => /[45]\d\d$/.test(line))).toEqual(['/c/before/manage/building 404'])
      // Whoever comes now is served by either.
      const during = await settleIn(browser, server, 'during')
      await attend(during)
      await new RecapPage(during.page, 'during').make('All days', 'What I saw')
      await before.open('Talk B')
      await before.press('Plan B')
      await before.write('Talk B', 'Written at the earlier one.')
      await expect
        .poll(async () => (await before.settled()).notes)
        .toEqual(['Quokkas were discussed.', 'Written at the earlier one.'])
      const viewer = await (await before.page.request.get(`${next.url}/api/v1/me`)).json()
      expect(viewer).toMatchObject({ viewer: { email: 'before@example.org' } })
      expect([server.faults, next.faults]).toEqual([[], []])
    } finally {
      await next.down()
    }
  } finally {
    await server.remove()
  }
})

for (const [how, stays] of [
  ['a page that stayed open', true],
  ['opened again', false],
] as const)
  test(`what a device has not sent to the earlier version reaches the next one: ${how} @long`, async ({ browser }) => {
    const server = await WholeServer.start(earlier)
    try {
      const phone = await settleIn(browser, server, 'train')
      await attend(phone)
      await whenKept(phone.page, 'train')
      await phone.page.context().setOffline(true)
      await phone.open('Talk A')
      await phone.press('Plan B')
      await phone.write('Talk A', ' From the train.')
      await phone.photograph()
      await phone.addTime('Dinner', '20:00', '21:00')
      await phone.open('Talk C')
      await phone.press('I want to go')
      await phone.write('Talk C', 'All of this is new.')
      await expect.poll(async () => (await heldHere(phone.page)).waiting).toBeGreaterThan(4)
      if (!stays) await phone.page.close()
      await server.changeTo(root)
      await phone.page.context().setOffline(false)
      const after = stays ? phone : await phone.reopened()
      if (!stays) await after.page.goto('/c/train/plan')
      const whole = {
        picks: expect.arrayContaining([expect.stringMatching(/ planB$/), expect.stringMatching(/ first$/)]),
        blocks: [expect.stringMatching(/^Dinner /), expect.stringMatching(/^Podcast /)],
        attendances: [expect.stringMatching(/ attended false false$/)],
        notes: [
          expect.stringMatching(/^All of this is new\./),
          expect.stringMatching(/^Quokkas were discussed\..* From the train\./),
        ],
        photos: [expect.stringMatching(/ true$/), expect.stringMatching(/ true$/)],
      }
      // The last letters may be on their way from the box into the device's store.
      await expect(async () => expect(await after.settled()).toEqual(whole)).toPass({ timeout: 60_000 })
      expect(server.faults).toEqual([])
    } finally {
      await server.remove()
    }
  })
