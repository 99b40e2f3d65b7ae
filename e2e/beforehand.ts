import { expect, type Page } from '@playwright/test'
import { z } from 'zod'
import { parseFiles } from '@/lib/formats/parse'
import { makeSignInCode } from '@/lib/people/server/mutations'
import { database } from '@/lib/platform/db'
import { applyBringIn } from '@/lib/schedule/bring-in/bring-in'
import type { BringInRequest, Parse } from '@/lib/schedule/bring-in/read-material'
import { guardCodes } from '@/lib/schedule/bring-in/guards/guards'

// What stands before a journey that is about something else: made over HTTP and by the code of the server, in a tenth
// of the time of its screens. Those have journeys of their own (journey, story, sign-ins), which take
// pages/sign-in-page and pages/bring-in-page.

const environmentSchema = z.object({ NEXTAUTH_SECRET: z.string() })
const csrfSchema = z.object({ csrfToken: z.string() })
const whoSchema = z.object({ viewer: z.object({ id: z.string() }) })

/** Somebody is signed in on this page's device, as by the link of a mail, and is at `to`. */
export async function signIn(page: Page, email: string, to = '/'): Promise<void> {
  const { NEXTAUTH_SECRET: secret } = environmentSchema.parse(JSON.parse(process.env.HALLWAY_TEST_ENVIRONMENT ?? ''))
  const { token } = await makeSignInCode(database(), { email, deviceHash: null }, secret, new Date())
  const { csrfToken } = csrfSchema.parse(await (await page.request.get('/api/auth/csrf')).json())
  const answer = await page.request.post('/api/auth/callback/link', {
    form: { token, csrfToken, json: 'true' },
    headers: { 'sec-fetch-site': 'same-origin' },
  })
  expect(answer.ok()).toBe(true)
  // The device learns who it is as whoever comes back from GitHub, and goes on.
  await page.goto(`/sign-in/done?to=${encodeURIComponent(to)}`, { waitUntil: 'commit' })
  // What is tapped at once, there, should find our code.
  await page.waitForURL((url) => url.pathname === to, { waitUntil: to === '/' ? 'commit' : 'load' })
}

/** In this process: a thread of its own, which takes longer than all the rest, is for what may be hostile. */
const parseHere: Parse = async (files, request) => parseFiles(files, request)

type Conference = { name: string; /** Of CSV. */ table: string; timeZone?: string; visibility?: 'private' | 'public' }

/** The person who is signed in on this page has made a conference of a table; its address is its name. */
export async function makeConference(
  page: Page,
  { name, table, timeZone = 'Europe/Paris', visibility = 'private' }: Conference,
): Promise<void> {
  const { viewer } = whoSchema.parse(await (await page.request.get('/api/v1/me')).json())
  const { conference, reason } = await applyBringIn(
    database(),
    requestFor(table, { conference: null, timeZone }),
    { make: { name, visibility, ownerId: viewer.id }, userId: viewer.id },
    new Date(),
    parseHere,
  )
  expect({ slug: conference?.slug, reason }).toEqual({ slug: name, reason: null })
  // The server hears of it from the database.
  await expect
    .poll(async () => (await page.request.get(`/c/${name}/agenda.json`)).status(), { intervals: [20, 50, 100] })
    .toBe(200)
}

/** The person who is signed in on this page has brought a table into their conference once more. */
export async function bringInAgain(page: Page, slug: string, table: string): Promise<void> {
  const { viewer } = whoSchema.parse(await (await page.request.get('/api/v1/me')).json())
  const conference = await database().conference.findUniqueOrThrow({ where: { slug } })
  const request = requestFor(table, { conference, timeZone: conference.timeZone })
  const { reason } = await applyBringIn(database(), request, { make: null, userId: viewer.id }, new Date(), parseHere)
  expect(reason).toBe(null)
}

function requestFor(table: string, { conference, timeZone }: Pick<BringInRequest, 'conference' | 'timeZone'>) {
  return {
    files: [{ name: 'text', bytes: new TextEncoder().encode(table) }],
    address: null,
    siteKey: null,
    problems: [],
    conference,
    sourceName: null,
    timeZone,
    accept: conference ? guardCodes : [],
  }
}
