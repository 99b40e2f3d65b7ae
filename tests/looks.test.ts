import { createServer } from 'node:http'
import { beforeAll, expect, it } from 'vitest'
import { POST } from '@/app/api/v1/looks/route'
import { MOST_BYTES } from '@/lib/formats/most-bytes'
import { testDatabase } from './db'
import { makeConference } from './factories/conference'
import { signIn } from './front-door'

const { db, url } = await testDatabase()
process.env.DATABASE_URL = url

const members = ['owner', 'organizer', 'lead', 'steward', 'attendee'] as const
const cookies = new Map([['guest', '']])
const slugs = new Map<string, string>()
beforeAll(async () => {
  const people = new Map<string, string>()
  for (const who of [...members, 'stranger']) {
    const { user, cookie } = await signIn(db)
    people.set(who, user.id)
    cookies.set(who, cookie)
  }
  for (const visibility of ['public', 'private'] as const) {
    const { id, slug } = await makeConference(db, { visibility, sessions: 0 })
    await db.membership.createMany({
      data: members.map((role) => ({ conferenceId: id, userId: people.get(role) ?? '', role })),
    })
    slugs.set(visibility, slug)
  }
})

type Sent = { who?: string; body?: BodyInit; headers?: Record<string, string>; signal?: AbortSignal }

async function look({ who = 'owner', body = new FormData(), headers = {}, signal }: Sent) {
  const request = new Request('http://localhost:3000/api/v1/looks', {
    method: 'POST',
    body,
    signal,
    headers: { cookie: cookies.get(who) ?? '', ...headers },
  })
  const response = await POST(request, { params: Promise.resolve({}) })
  return { status: response.status, said: (await response.json()) as Record<string, unknown> }
}

function formFor(visibility: string): FormData {
  const form = new FormData()
  form.set('conference', slugs.get(visibility) ?? '')
  return form
}

// Whoever may hears that there is nothing to look at.
const inside = { owner: 'nothing-given', organizer: 'nothing-given', steward: 'FORBIDDEN', attendee: 'FORBIDDEN' }
const allowed = {
  public: { ...inside, stranger: 'FORBIDDEN', guest: 'UNAUTHENTICATED' },
  private: { ...inside, stranger: 'NOT_FOUND', guest: 'UNAUTHENTICATED' },
}
const cells = (['public', 'private'] as const).flatMap((visibility) =>
  Object.entries(allowed[visibility]).map(([who, answer]) => ({ visibility, who, answer })),
)

it.each(cells)(
  'answers a $who who looks for a $visibility conference: $answer',
  async ({ visibility, who, answer }) => {
    const { said } = await look({ who, body: formFor(visibility) })
    expect(said.error ?? said.reason).toBe(answer)
  },
)

it('looks for a conference that is yet to be made for whoever has signed in', async () => {
  expect(await look({ who: 'stranger' })).toEqual({ status: 200, said: { ok: false, reason: 'nothing-given' } })
})

it('refuses pages of other sites, what is no form, and what is too large', async () => {
  const large = new FormData()
  large.set('files', new File([new Uint8Array(MOST_BYTES + 2_000_000)], 'large.csv'))
  expect([
    await look({ headers: { 'sec-fetch-site': 'cross-site' } }),
    await look({ body: '{}', headers: { 'content-type': 'application/json' } }),
    await look({ body: 'nothing', headers: { 'content-type': 'multipart/form-data; boundary=x' } }),
    await look({ body: large }),
  ]).toEqual([
    { status: 403, said: { error: 'FORBIDDEN' } },
    { status: 400, said: { error: 'INVALID' } },
    { status: 400, said: { error: 'INVALID' } },
    { status: 413, said: { error: 'TOO_LARGE' } },
  ])
})

it('asks an address no longer than somebody waits for it', async () => {
  const waiting = new AbortController()
  const site = createServer(() => undefined)
  await new Promise<void>((listening) => site.listen(0, '127.0.0.1', listening))
  const hungUp = new Promise((done) => {
    site.once('request', (_, response) => {
      response.once('close', done)
      waiting.abort()
    })
  })
  const address = site.address()
  process.env.HALLWAY_FETCH_ALLOW = '127.0.0.1'
  const form = new FormData()
  form.set('address', `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/all.ics`)
  const [answer] = await Promise.all([look({ body: form, signal: waiting.signal }), hungUp])
  expect(answer.said).toMatchObject({ ok: false })
  site.close()
}, 5_000)
