import { expect, type Browser, type BrowserContext, type Page } from '@playwright/test'
import { database } from '@/lib/platform/db'
import { openPushService } from '@/tests/open-push-service'
import { AlertedPhone, tellPeopleNow } from '../../alerted-phone'
import { makeConference, signIn } from '../../beforehand'
import { test } from '../../journey'
import { whenKept } from '../../kept-here'
import { BoardPage } from '../../pages/board-page'
import { ConferencePage } from '../../pages/conference-page'

const DAY = '2037-06-01'
const [FERRY, UPGRADES, WASM, STORAGE, LIGHTNING] = [
  'A gateway for a ferry',
  'Upgrades nobody noticed',
  'Wasm at the edge of town',
  'Storage that forgives',
  'Lightning talks',
]
const table = [
  'Day,Start,End,Title,Room,Capacity',
  `${DAY},10:00,10:30,${UPGRADES},Harbour Hall,40`,
  `${DAY},10:00,10:30,${FERRY},Chart Room,8`,
  `${DAY},11:30,12:00,${STORAGE},Harbour Hall,40`,
  `${DAY},11:30,12:00,${WASM},Chart Room,8`,
  `${DAY},14:00,14:30,${LIGHTNING},Harbour Hall,40`,
].join('\n')

test.use({ serviceWorkers: 'allow' })

test('half of a suggestion is published and taken back: phones, plan, feed and alerts tell each person once', async ({
  page,
  browser,
}, info) => {
  test.setTimeout(300_000)
  const slug = `told-once-${info.project.name}`
  const desk = await (await browser.newContext({ viewport: { width: 1280, height: 800 }, isMobile: false })).newPage()
  await signIn(desk, `${slug}@example.org`)
  await makeConference(desk, { name: slug, table, visibility: 'public' })
  await pickedByTwenty(slug)

  const service = await openPushService()
  try {
    // Ada has both sessions that will move, on a slow phone; Ben what stays; Cleo will be away; Eve has no account.
    const ada = await attend(page, slug, service, { name: 'ada', first: [FERRY, WASM], planB: UPGRADES })
    const cdp = await page.context().newCDPSession(page)
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 })
    const ben = await attend(await anotherPhone(browser), slug, service, { name: 'ben', first: [WASM, LIGHTNING] })
    const cleo = await attend(await anotherPhone(browser), slug, service, { name: 'cleo', first: [FERRY] })
    const eve = await anotherPhone(browser)
    await pickOn(eve, slug, { first: [FERRY] })
    const calendar = await addressOfPlan(page, slug)
    const before = [
      { title: UPGRADES, room: 'Harbour Hall', sequence: 0 },
      { title: FERRY, room: 'Chart Room', sequence: 0 },
      { title: WASM, room: 'Chart Room', sequence: 0 },
    ]
    expect(await eventsAt(page.context(), calendar)).toEqual(before)
    await cleo.page.context().setOffline(true)

    await acceptHalf(desk, slug)
    await tellPeopleNow(slug)
    expect(await heard([ada, ben, cleo])).toEqual([[], [], []])
    await publish(desk, slug)
    await tellPeopleNow(slug)

    // Without a reload, Ada's and Eve's plans are right, and say what is new; Ben's has nothing to say.
    await expectPlan(page, { [FERRY]: 'Harbour Hall', [UPGRADES]: 'Chart Room', [WASM]: 'Chart Room' }, 2)
    await expectPlan(eve, { [FERRY]: 'Harbour Hall' }, 1)
    await expectPlan(ben.page, { [WASM]: 'Chart Room', [LIGHTNING]: 'Harbour Hall' }, 0)
    await expectPlan(cleo.page, { [FERRY]: 'Chart Room' }, 0)
    expect(await eventsAt(page.context(), calendar)).toEqual([
      { title: UPGRADES, room: 'Chart Room', sequence: 1 },
      { title: FERRY, room: 'Harbour Hall', sequence: 1 },
      { title: WASM, room: 'Chart Room', sequence: 0 },
    ])
    // The server looks again every minute, and finds nobody who was not told.
    await tellPeopleNow(slug)
    await tellPeopleNow(slug)
    expect(await heard([ada, ben])).toEqual([[[`Moved: ${FERRY}`, `Moved: ${UPGRADES}`]], []])

    await cleo.page.context().setOffline(false)
    expect(await heard([cleo])).toEqual([[[`Moved: ${FERRY}`]]])
    await expectPlan(cleo.page, { [FERRY]: 'Harbour Hall' }, 1)
    // She has read it; Ada has not yet.
    await cleo.page.goto(`/c/${slug}/changes`)
    await expect(linesOf(cleo.page)).toHaveText([/A gateway for a ferry.*was Chart Room → is now Harbour Hall/])
    await linesOf(cleo.page).getByRole('button', { name: 'Keep' }).click()
    await expect(cleo.page.getByText('Nothing new')).toBeVisible()
    await new ConferencePage(cleo.page, slug).openPlan()

    await takeBack(desk)
    await tellPeopleNow(slug)
    await tellPeopleNow(slug)
    await expectPlan(page, { [FERRY]: 'Chart Room', [UPGRADES]: 'Harbour Hall', [WASM]: 'Chart Room' }, 0)
    await expectPlan(eve, { [FERRY]: 'Chart Room' }, 0)
    await expectPlan(cleo.page, { [FERRY]: 'Chart Room' }, 1)
    await expectPlan(ben.page, { [WASM]: 'Chart Room', [LIGHTNING]: 'Harbour Hall' }, 0)
    expect(await eventsAt(page.context(), calendar)).toEqual([
      { title: UPGRADES, room: 'Harbour Hall', sequence: 2 },
      { title: FERRY, room: 'Chart Room', sequence: 2 },
      { title: WASM, room: 'Chart Room', sequence: 0 },
    ])
    expect(await heard([ada, ben, cleo])).toEqual([
      [[`Moved: ${FERRY}`, `Moved: ${UPGRADES}`]],
      [],
      [[`Moved: ${FERRY}`]],
    ])
  } finally {
    service.close()
  }
})

type Picks = { first: string[]; planB?: string }
type Service = Awaited<ReturnType<typeof openPushService>>

const anotherPhone = async (browser: Browser): Promise<Page> => (await browser.newContext()).newPage()

/** Somebody signs in, turns alerts on, picks, and has their plan open. */
async function attend(page: Page, slug: string, service: Service, { name, ...picks }: Picks & { name: string }) {
  await signIn(page, `${slug}-${name}@example.org`)
  const phone = await AlertedPhone.turnOn(page, name, service)
  await pickOn(page, slug, picks)
  await expect(page.getByText('On the server', { exact: true })).toBeVisible()
  return phone
}

async function pickOn(page: Page, slug: string, { first, planB }: Picks): Promise<void> {
  const conference = new ConferencePage(page, slug)
  await conference.openSchedule(DAY)
  for (const title of first) await conference.pick(title)
  if (planB) await conference.pick(planB)
  await conference.openPlan()
  await whenKept(page, slug)
}

/** What each phone is told now: its alerts, each as what it says of which sessions, in the order of the alphabet. */
async function heard(phones: readonly AlertedPhone[]): Promise<string[][][]> {
  return Promise.all(
    phones.map(async (phone) =>
      (await phone.receive()).map(({ title, body }) =>
        [title, ...body.split('\n').flatMap((line) => (line.startsWith('+ ') ? line.slice(2) : []))].toSorted(),
      ),
    ),
  )
}

/** What changed for whoever is at this page. */
const linesOf = (page: Page) =>
  page.getByRole('listitem').filter({ has: page.getByRole('button', { name: /^Keep: / }) })

/** The plan that is open here has these sessions, each in its room, and Now says how many changes are new. */
async function expectPlan(page: Page, rooms: Record<string, string>, changes: number): Promise<void> {
  const conference = new ConferencePage(page, '')
  for (const [title, room] of Object.entries(rooms)) await expect(conference.session(title).first()).toContainText(room)
  await expect(
    page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: /^Now/ }),
  ).toHaveAccessibleName(changes > 0 ? `Now changes to read: ${changes}` : 'Now')
}

/** The organizer asks, and takes the half that is about the ferry. */
async function acceptHalf(desk: Page, slug: string): Promise<void> {
  await desk.goto(`/c/${slug}/manage/suggestions`)
  await desk.getByRole('button', { name: 'Suggest', exact: true }).click()
  const suggestion = desk.getByRole('region', { name: 'Suggestion' })
  await expect(suggestion).toContainText('The search is complete')
  await suggestion
    .getByRole('region', { name: /fewer seats missing/ })
    .filter({ hasText: WASM })
    .getByRole('checkbox')
    .uncheck()
  await suggestion.getByRole('button', { name: /^Put 2\smoves into the draft/ }).click()
  await expect(desk.getByRole('status').filter({ hasText: /2\smoves are in the draft/ })).toBeVisible()
}

/** By keys alone. */
async function publish(desk: Page, slug: string): Promise<void> {
  await new BoardPage(desk, slug).open(DAY)
  await desk.getByRole('button', { name: 'Publish…' }).focus()
  await desk.keyboard.press('Enter')
  const sheet = desk.getByRole('dialog', { name: 'Publish the draft' })
  await expect(sheet).toContainText(/2\ssessions move/)
  await sheet.getByRole('textbox', { name: 'Note' }).focus()
  await desk.keyboard.type('The ferry has the larger room')
  await sheet.getByRole('button', { name: 'Publish', exact: true }).focus()
  await desk.keyboard.press('Enter')
  await expect(desk.getByText(/Published: 2\ssessions, as release 2/)).toBeVisible()
}

async function takeBack(desk: Page): Promise<void> {
  await desk.getByRole('link', { name: 'Open the release' }).click()
  await desk.waitForURL('**/manage/releases/2')
  desk.once('dialog', (dialog) => void dialog.accept())
  await desk.getByRole('button', { name: 'Take this back' }).click()
  await desk.waitForURL('**/manage/releases')
}

/** Where this person's calendar is told to look for their plan. */
async function addressOfPlan(page: Page, slug: string): Promise<string> {
  await page.goto(`/c/${slug}/calendars`)
  const card = page.getByRole('region', { name: 'My plan' })
  await card.getByRole('button', { name: 'Make a secret address' }).click()
  const address = await card.getByLabel('Address to subscribe to').inputValue()
  await new ConferencePage(page, slug).openPlan()
  return address
}

/** What a calendar reads there, without a cookie. */
async function eventsAt(context: BrowserContext, address: string) {
  const text = await (await context.request.get(address, { headers: { cookie: '' } })).text()
  const events = text
    .replace(/\r?\n[ \t]/g, '')
    .split('BEGIN:VEVENT')
    .slice(1)
  return events.map((event) => ({
    title: /SUMMARY:(.*)/.exec(event)?.[1]?.trim(),
    room: /LOCATION:(.*)/.exec(event)?.[1]?.trim(),
    sequence: Number(/SEQUENCE:(\d+)/.exec(event)?.[1]),
  }))
}

/** Twenty want each of the two talks that are in the smallest room. */
async function pickedByTwenty(slug: string): Promise<void> {
  const db = database()
  const { id: conferenceId, sessions } = await db.conference.findUniqueOrThrow({
    where: { slug },
    select: { id: true, sessions: { select: { id: true, title: true } } },
  })
  for (let person = 0; person < 20; person++) {
    const { id: userId } = await db.user.create({ data: { email: `${slug}-${person}@example.org` } })
    for (const { id: sessionId } of sessions.filter(({ title }) => [FERRY, WASM].includes(title)))
      await db.pick.create({ data: { userId, conferenceId, sessionId, rank: 'first', revision: 1n } })
  }
}
