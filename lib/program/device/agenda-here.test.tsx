// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { act, cleanup, renderHook, waitFor } from '@testing-library/react'
import { afterAll, beforeEach, expect, it, vi } from 'vitest'
import { provideDevice } from '@/lib/sync/client/store/device-code'
import { withEngine } from '@/lib/sync/client/store/local-state'
import { keepNobody, keepViewer } from '@/lib/sync/client/viewer/known-viewer'
import { agendaOf, talk } from '@/tests/factories/agenda'
import { loseTheNetwork } from '@/tests/no-network'
import type { Agenda } from '../agenda'
import { askConferences } from './ask-conferences'
import { keepConference, keptDescriptions, newestDescriptions } from './keep-conference'
import { keptConferences, listKeptAgendas } from './kept-agendas'
import { lastConference, rememberConference } from './last-conference'
import { shownVersion } from './shown-version'
import { useAgenda } from './use-agenda'
import { useKeptAgendas } from './use-kept-agendas'

loseTheNetwork()
provideDevice(() => import('@/lib/device'))

/** A conference of its own for each test. */
let slug = ''
let count = 0
/** What the server has, by the end of its address; what is not here cannot be reached. */
let served: Map<string, () => Response>
let asked: string[]

beforeEach(async () => {
  cleanup()
  slug = `days-${++count}`
  ;[served, asked] = [new Map(), []]
  vi.stubGlobal('fetch', (address: string, { headers }: { headers?: Record<string, string> } = {}) => {
    const name = address.split('/').at(-1) ?? ''
    if (!address.includes(slug) && name !== 'conferences') return Promise.reject(new TypeError('no network'))
    const known = headers?.['if-none-match']
    asked.push(known ? `${name} ${known}` : name)
    const answer = served.get(name)
    return answer ? Promise.resolve(answer()) : Promise.reject(new TypeError('no network'))
  })
  await be(null)
})
afterAll(async () => {
  cleanup()
  await be(null)
})

async function be(person: string | null) {
  const engine = await withEngine()
  if (person === null) keepNobody('guest')
  else keepViewer(person)
  await waitFor(() => expect(engine.store().person).toBe(person), { timeout: 20_000 })
}

const programme = (version: number, ...sessions: string[]): Agenda => {
  const agenda = agendaOf(sessions.map((id) => talk(id)))
  return { ...agenda, conference: { ...agenda.conference, id: `id-${slug}`, slug, name: `Days ${slug}`, version } }
}
/** From now on the server has this. */
function serve(agenda: Agenda, texts: Record<string, string> = {}) {
  const { version } = agenda.conference
  const json = (value: unknown, etag: string) => () => Response.json(value, { headers: { etag } })
  served.set('agenda.json', json(agenda, `a${version}`))
  served.set('descriptions.json', json(texts, `t${version}`))
  served.set('changes.json', json([], `c${version}`))
}
const soon = (check: () => void) => waitFor(check, { timeout: 20_000 })
const keptVersion = async () => (await (await withEngine()).store().agendas.get(slug))?.agenda.conference.version

it('shows what came with the page until the whole is wanted, and keeps that for a dead network', async () => {
  serve(programme(3, 'one', 'two'), { one: 'Of one' })
  const part = programme(3, 'one')
  const { result, unmount } = renderHook(() => useAgenda(slug, part))
  expect([result.current.agenda, asked, shownVersion(`id-${slug}`)]).toEqual([part, [], 3])
  act(() => result.current.load())
  await soon(() => expect(result.current.agenda).toEqual(programme(3, 'one', 'two')))
  await soon(() => expect(result.current.looked).toBe(true))
  await waitFor(async () => expect(await keptDescriptions(slug)).toEqual({ one: 'Of one' }), { timeout: 20_000 })
  unmount()
  served.clear()
  expect([await newestDescriptions(slug), await keptVersion()]).toEqual([{ one: 'Of one' }, 3])
})

it('asks for the whole of a page that is newer than what was kept a moment ago, and shows no older', async () => {
  serve(programme(3, 'old'))
  await keepConference(slug)
  served.clear()
  const page = programme(5, 'new')
  const { result } = renderHook(() => useAgenda(slug, page))
  act(() => result.current.load())
  await soon(() => expect([result.current.failed, result.current.looked]).toEqual([true, true]))
  expect([result.current.agenda, shownVersion(`id-${slug}`)]).toEqual([page, 5])
  serve(programme(5, 'new', 'newer'))
  cleanup()
  const again = renderHook(() => useAgenda(slug, page)).result
  act(() => again.current.load())
  await soon(() => expect(again.current.agenda).toEqual(programme(5, 'new', 'newer')))
})

it('says since when a conference is gone, and shows what is kept of it', async () => {
  serve(programme(3, 'one'))
  await keepConference(slug)
  served.set('agenda.json', () => new Response('', { status: 404 }))
  const store = (await withEngine()).store()
  // Of a while ago, so that the server is asked.
  await store.keptFacts.update(slug, { keptAt: '2026-03-24T09:00:00.000Z' })
  const { result } = renderHook(() => useAgenda(slug))
  await soon(() => expect([result.current.agenda, result.current.failed]).toEqual([programme(3, 'one'), true]))
  expect([result.current.goneAt === null, result.current.asOf]).toEqual([false, '2026-03-24T09:00:00.000Z'])
})

it.each<[string, () => Response]>([
  ['has lost its sessions', () => Response.json(programme(4), { headers: { etag: 'a4' } })],
  ['is no programme', () => Response.json({ conference: { slug } })],
  ['is no JSON', () => new Response('<html>', { status: 200 })],
  ['is a failure', () => Response.json(programme(4, 'other'), { status: 500 })],
])('keeps the programme that is here where what the server gives %s', async (_name, answer) => {
  serve(programme(3, 'one'), { one: 'Of one' })
  await keepConference(slug)
  served.set('agenda.json', answer)
  await keepConference(slug)
  expect([await keptVersion(), await keptDescriptions(slug)]).toEqual([3, { one: 'Of one' }])
})

it('asks for what is new alone, and for nothing of a version that is here', async () => {
  serve(programme(3, 'one'))
  await keepConference(slug)
  asked = []
  await keepConference(slug, 3)
  expect(asked).toEqual([])
  served.set('agenda.json', () => new Response(null, { status: 304 }))
  await keepConference(slug)
  expect([asked, await keptVersion()]).toEqual([['agenda.json a3', 'descriptions.json t3'], 3])
})

it('keeps once what is asked for twice at a time, and once more what changed meanwhile', async () => {
  serve(programme(3, 'one'))
  const before = served.get('agenda.json')
  served.set('agenda.json', () => {
    serve(programme(4, 'one', 'two'))
    return before?.() ?? Response.error()
  })
  const first = keepConference(slug, 3)
  const second = keepConference(slug, 4)
  expect(second).toBe(first)
  await first
  await waitFor(async () => expect(await keptVersion()).toBe(4), { timeout: 20_000 })
})

it('keeps for one person nothing that another was told, and each what is theirs', async () => {
  serve(programme(3, 'one'))
  await keepConference(slug)
  const here = async () => [(await keptConferences()).filter((one) => one.slug === slug), await keptDescriptions(slug)]
  const listed = { id: `id-${slug}`, slug, name: `Days ${slug}` }
  expect(await here()).toEqual([[listed], {}])
  await be(`ann-${slug}`)
  expect(await here()).toEqual([[], null])
  served.clear()
  expect(await newestDescriptions(slug)).toBeNull()
})

it('lists what is kept, the latest first, and nothing that this version cannot read', async () => {
  const { agendas } = (await withEngine()).store()
  await agendas.clear()
  const kept = (name: string, keptAt?: string) => ({
    slug: name,
    etag: null,
    agenda: { ...programme(1, 'one'), conference: { ...programme(1).conference, slug: name } },
    ...(keptAt && { keptAt }),
  })
  await agendas.bulkPut([
    kept('first', '2026-03-24T09:00:00.000Z'),
    kept('unknown'),
    kept('last', '2026-03-24T10:00:00.000Z'),
  ])
  await agendas.put({ ...kept('broken'), agenda: JSON.parse('{"sessions":"none"}') as Agenda })
  const order = ['last', 'first', 'unknown']
  expect((await listKeptAgendas('all')).map(({ conference }) => conference.slug)).toEqual(order)
  const { result } = renderHook(() => useKeptAgendas('all'))
  expect(result.current).toBeNull()
  await soon(() => expect(result.current?.map(({ conference }) => conference.slug)).toEqual(order))
})

it('lists the conferences that the server names, and none where it names none', async () => {
  expect(await askConferences()).toEqual([])
  const answers: [Response, number][] = [
    [Response.json({ conferences: [{ slug: 'a', name: 'A', more: 1 }] }), 1],
    [Response.json({ conferences: [{ slug: 'a' }] }), 0],
    [Response.json({ conferences: [{ slug: 'a', name: 'A' }] }, { status: 503 }), 0],
    [new Response('<html>'), 0],
  ]
  for (const [answer, many] of answers) {
    served.set('conferences', () => answer)
    expect(await askConferences()).toEqual(many ? [{ slug: 'a', name: 'A' }] : [])
  }
})

it('remembers where somebody was last, for this device and for the server', () => {
  for (const name of ['one', 'two', 'one']) rememberConference(name)
  expect([lastConference(), document.cookie.split('; ').filter((each) => /(one|two)/.test(each))]).toEqual([
    'one',
    [expect.stringMatching(/=one.*two/)],
  ])
})
