import { randomUUID } from 'node:crypto'
import { expect, type Page } from '@playwright/test'
import { bringInAgain, makeConference, signIn } from '../../beforehand'
import { test } from '../../journey'
import { SecondServer } from '../../second-server'
import { readAgenda } from '../../server-data'

const table = (title: string) => `Title,Day,Start,End,Room\n${title},2026-05-12,09:00,10:00,Hall`

/** What a page of this browser hears from a server about these topics, as it comes. */
async function listenAt(page: Page, server: string, topics: string): Promise<() => Promise<string[]>> {
  await page.goto(`${server}/`)
  await page.evaluate((asked) => {
    const heard: string[] = []
    Object.assign(window, { heard })
    const source = new EventSource(`/api/live?topics=${asked}`)
    source.addEventListener('message', ({ data }) => heard.push(String(data)))
    source.addEventListener('error', () => heard.push(source.readyState === EventSource.CLOSED ? 'shut' : 'ended'))
  }, topics)
  return () => page.evaluate(() => Reflect.get(window, 'heard'))
}

test('two servers over one database are one Hallway', async ({ page, browser, baseURL }, info) => {
  test.setTimeout(180_000)
  const first = baseURL ?? ''
  const name = `two-servers-${info.project.name}`
  const other = await SecondServer.start()
  try {
    await signIn(page, `${name}@example.org`)
    await makeConference(page, { name, table: table('Before'), visibility: 'public' })
    const { conference, sessions } = await readAgenda(page, name)
    const [session] = sessions
    const { viewer } = await (await page.request.get(`${other.url}/api/v1/me`)).json()
    expect(viewer).toMatchObject({ email: `${name}@example.org` })

    // A programme that changes is new at both, and a screen at either hears of it.
    const screen = await (await browser.newContext()).newPage()
    const heardOfProgramme = await listenAt(screen, other.url, `conference:${conference.id}`)
    await expect.poll(async () => (await heardOfProgramme()).length).toBe(1)
    for (const server of [first, other.url])
      for (const path of ['', '/schedule.ics', '/agenda.json'])
        await expect
          .poll(async () => (await page.request.get(`${server}/c/${name}${path}`)).status(), { timeout: 45_000 })
          .toBe(200)
    await bringInAgain(page, name, table('After'))
    await expect.poll(async () => (await heardOfProgramme()).length).toBe(2)
    for (const server of [first, other.url])
      for (const path of [`/schedule`, '/schedule.ics', '/agenda.json'])
        await expect
          .poll(async () => (await page.request.get(`${server}/c/${name}${path}`)).text(), { timeout: 45_000 })
          .toContain('After')

    // What a device says to one, another device of the person hears from the other.
    const device = await page.context().newPage()
    const heardByPerson = await listenAt(device, other.url, 'person')
    await expect.poll(async () => (await heardByPerson()).length).toBe(1)
    const pick = {
      id: randomUUID(),
      name: 'setPick',
      args: { sessionId: session?.id, rank: 'first' },
      at: new Date().toISOString(),
    }
    const pushed = await page.request.post('/api/v1/push', {
      data: { person: viewer.id, device: randomUUID(), mutations: [pick] },
      headers: { 'sec-fetch-site': 'same-origin' },
    })
    expect(await pushed.json()).toMatchObject({ results: [{ id: pick.id, ok: true }] })
    await expect.poll(async () => (await heardByPerson()).length).toBe(2)

    // A limit counts what was said to either.
    const report = { conference: conference.id, device: randomUUID(), sentAt: new Date().toISOString(), readings: [] }
    const say = async (server: string) =>
      (
        await page.request.post(`${server}/api/v1/readings`, {
          data: report,
          headers: { 'sec-fetch-site': 'same-origin' },
        })
      ).status()
    for (let times = 0; times < 30; times++) expect([await say(first), await say(other.url)]).toEqual([204, 204])
    expect([await say(other.url), await say(first)]).toEqual([429, 429])

    // A sign-in that ended at one is over at the other, and so is what it listened to.
    const cookie = (await page.context().cookies()).map((each) => `${each.name}=${each.value}`).join('; ')
    const { csrfToken } = await (await page.request.get('/api/auth/csrf')).json()
    await page.request.post('/api/auth/signout', {
      form: { csrfToken, json: 'true' },
      headers: { 'sec-fetch-site': 'same-origin' },
    })
    await expect.poll(async () => (await heardByPerson()).at(-1)).toMatch(/shut|ended/)
    const answer = await fetch(`${other.url}/api/v1/me`, { headers: { cookie } })
    expect(await answer.json()).toMatchObject({ viewer: null })
  } finally {
    await other.kill()
  }
})
