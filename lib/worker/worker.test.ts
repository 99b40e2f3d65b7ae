import { beforeEach, describe, expect, it, vi } from 'vitest'

type Handler = (event: object) => void
const ORIGIN = 'https://hall.example'

/** A browser's kept answers, by cache and address. */
const kept = new Map<string, Map<string, Response>>()
const addressOf = (request: RequestInfo | URL) =>
  new URL(request instanceof Request ? request.url : request, ORIGIN).pathname
const cacheOf = (name: string) => ({
  delete: async (request: RequestInfo) => partOf(name).delete(addressOf(request)),
  put: async (request: RequestInfo, answer: Response) => void partOf(name).set(addressOf(request), answer),
  match: async (request: RequestInfo) => partOf(name).get(addressOf(request))?.clone(),
})
const partOf = (name: string) => kept.get(name) ?? kept.set(name, new Map()).get(name) ?? new Map<string, Response>()

/** The server as it answers now. */
let answers: (address: string) => Response | Promise<Response> = () => new Response('page')
const asked: string[] = []
const done: string[] = []
let windows: { id: string; url: string }[] = []
let handlers = new Map<string, Handler>()
const registration: Record<string, unknown> = {
  installing: null,
  waiting: null,
  update: async () => void done.push('update'),
  unregister: async () => void done.push('unregister'),
}

/** Starts the worker of this build, as a browser does. */
async function start(): Promise<void> {
  handlers = new Map()
  vi.stubGlobal('self', {
    addEventListener: (name: string, handler: Handler) => handlers.set(name, handler),
    location: { origin: ORIGIN },
    navigator: { languages: ['fr-FR'] },
    registration,
    skipWaiting: async () => void done.push('skipWaiting'),
    clients: { claim: async () => void done.push('claim'), matchAll: async () => windows },
  })
  vi.resetModules()
  await import('./worker')
}

/** Lets something happen, and waits for all that it brings about; gives what is answered. */
async function happen(name: string, given: object = {}): Promise<Response | undefined> {
  const waits: Promise<unknown>[] = []
  let answer: Promise<Response> | undefined
  handlers.get(name)?.({
    waitUntil: (work: Promise<unknown>) => void waits.push(work),
    respondWith: (work: Promise<Response>) => (answer = work),
    ...given,
  })
  const answered = await answer
  await Promise.all(waits)
  return answered
}
const openPage = async (path: string) => {
  const request = Object.defineProperty(new Request(`${ORIGIN}${path}`), 'mode', { value: 'navigate' })
  const answer = await happen('fetch', { request, clientId: 'me' })
  return [await answer?.text(), answer?.status]
}
const open = async (path: string) => (await openPage(path))[0]
/** A shell of this build; of any other address what the server says there. */
const shellOf = (address: string) => `<html>${address}</html>`
const served = (address: string) =>
  address.startsWith('/offline/')
    ? new Response(shellOf(address), { headers: { 'x-hallway-build': 'b1' } })
    : new Response(`server ${address}`)
const cutOff = () => new Response('<html>', { headers: { 'x-hallway-build': 'b1' } })
const noNetwork = () => Promise.reject(new TypeError('no network'))

beforeEach(async () => {
  kept.clear()
  asked.length = 0
  done.length = 0
  windows = []
  Object.assign(registration, { installing: null, waiting: null })
  answers = served
  vi.stubGlobal('BUILD', 'b1')
  vi.stubGlobal('SHELLS', ['/offline/en', '/offline/fr'])
  vi.stubGlobal('CHUNKS', '/_next/static/')
  vi.stubGlobal('FILES', 'a.js /icon.svg')
  vi.stubGlobal('caches', {
    open: async (name: string) => cacheOf(name),
    match: async (request: RequestInfo) =>
      [...kept.keys()]
        .map((name) => partOf(name).get(addressOf(request)))
        .find(Boolean)
        ?.clone(),
    keys: async () => [...kept.keys()],
    delete: async (name: string) => kept.delete(name),
  })
  vi.stubGlobal('fetch', async (request: RequestInfo) => {
    asked.push(addressOf(request))
    return answers(addressOf(request))
  })
  await start()
})

describe('a worker that is installed', () => {
  it('keeps its shells and files, and takes over at once', async () => {
    await happen('install')
    expect([...kept].map(([name, part]) => [name, [...part.keys()].sort()]).sort()).toEqual([
      ['hallway-files-b1', ['/_next/static/a.js', '/icon.svg']],
      ['hallway-shells-b1', ['/offline/en', '/offline/fr']],
    ])
    expect(done).toEqual(['skipWaiting'])
  })

  it('asks for no file again that an earlier build left, for its name says what is in it', async () => {
    partOf('hallway-files-b0').set('/_next/static/a.js', new Response('the same'))
    await happen('install')
    expect(asked.sort()).toEqual(['/icon.svg', '/offline/en', '/offline/fr'])
    expect(await partOf('hallway-files-b1').get('/_next/static/a.js')?.text()).toBe('the same')
  })

  it.each([
    ['a part cannot be had', () => new Response('', { status: 404 })],
    ['there is no network', noNetwork],
    ['the shell is of another build', () => new Response('', { headers: { 'x-hallway-build': 'b2' } })],
    [
      'a hall’s sign-in page answers',
      () => new Response('<html></html>', { headers: { 'content-type': 'text/html' } }),
    ],
    ['the shell is cut off', (address: string) => (address.startsWith('/offline/') ? cutOff() : served(address))],
  ])('is none where %s', async (_, answer) => {
    answers = answer
    await expect(happen('install')).rejects.toThrow()
    expect(done).toEqual([])
  })

  it('drops what earlier builds kept, but for what open pages may still ask for', async () => {
    for (const name of ['hallway-files-b0', 'hallway-shells-b0', 'hallway-files-b1', 'other']) partOf(name)
    await happen('activate')
    expect([[...kept.keys()], done]).toEqual([['hallway-files-b0', 'hallway-files-b1', 'other'], ['claim']])
  })
})

describe('a steward’s page', () => {
  const door = '/steward/abc'
  const pageOf = (build: string, text = 'door') =>
    new Response(`<html>${text}</html>`, { headers: { 'x-hallway-build': build } })
  beforeEach(async () => {
    await happen('install')
  })

  it('is as it was last where there is no network', async () => {
    answers = () => pageOf('b1')
    expect(await open(door)).toBe('<html>door</html>')
    answers = noNetwork
    expect(await open(door)).toBe('<html>door</html>')
  })

  it('is kept though it was opened before there was a worker', async () => {
    answers = () => pageOf('b1')
    windows = [{ id: 'me', url: `${ORIGIN}${door}` }]
    await happen('activate')
    answers = noNetwork
    expect(await open(door)).toBe('<html>door</html>')
  })

  it.each([
    ['of another build', () => pageOf('b2')],
    ['cut off', cutOff],
  ])('is not kept when it is %s', async (_, answer) => {
    answers = answer
    await open(door)
    answers = noNetwork
    expect(await open(door)).toBe(shellOf('/offline/fr'))
  })

  it('is forgotten once its link has ended, and stays while the server is down', async () => {
    answers = () => pageOf('b1')
    await open(door)
    answers = () => new Response('', { status: 503 })
    expect(await open(door)).toBe('<html>door</html>')
    answers = () => new Response('gone', { status: 404 })
    expect(await open(door)).toBe('gone')
    answers = noNetwork
    expect(await open(door)).toBe(shellOf('/offline/fr'))
  })
})

describe('a page', () => {
  beforeEach(async () => {
    await happen('install')
    answers = served
  })

  it('is the server’s while it answers', async () => {
    expect([await open('/settings'), await open('/c/one/plan')]).toEqual(['server /settings', 'server /c/one/plan'])
  })

  it('is this device’s where there is no network, or the server is down, in the language last seen', async () => {
    answers = noNetwork
    expect(await open('/c/one/plan')).toBe(shellOf('/offline/fr'))
    await happen('message', { data: { language: 'en' } })
    expect(await open('/settings')).toBe(shellOf('/offline/en'))
    answers = () => new Response('down', { status: 503 })
    expect(await open('/c/one/plan')).toBe(shellOf('/offline/en'))
    await happen('message', { data: 'nonsense' })
    expect(await open('/c/one/plan')).toBe(shellOf('/offline/en'))
  })

  it('is this device’s at once where its copy is wanted', async () => {
    asked.length = 0
    expect([await open('/now'), await open('/c/one/plan?kept'), asked]).toEqual([
      shellOf('/offline/fr'),
      shellOf('/offline/fr'),
      [],
    ])
  })

  it('is another language’s where the shell was cut off, which is fetched anew with the next network', async () => {
    partOf('hallway-shells-b1').set('/offline/fr', cutOff())
    answers = noNetwork
    expect(await open('/c/one/plan')).toBe(shellOf('/offline/en'))
    answers = served
    expect(await open('/c/one/plan?kept')).toBe(shellOf('/offline/en'))
    answers = noNetwork
    expect(await open('/c/one/plan')).toBe(shellOf('/offline/fr'))
  })

  it('is the server’s own page of what failed, where this device has none in its stead', async () => {
    const failing = { status: 500, headers: { 'x-hallway-build': 'b1' } }
    answers = (address) => (address.startsWith('/offline/') ? served(address) : new Response('it failed', failing))
    expect(await open('/settings')).toBe('it failed')
    // What keeps its programme here shows that, and knows that it stands in.
    expect(await openPage('/c/one/plan')).toEqual([shellOf('/offline/fr'), 500])
    // A proxy has no words of ours.
    answers = () => new Response('bad gateway', { status: 502 })
    expect(await openPage('/settings')).toEqual([shellOf('/offline/fr'), 502])
    answers = noNetwork
    expect(await openPage('/settings')).toEqual([shellOf('/offline/fr'), 200])
  })

  it('is the server’s own failure where there is no shell', async () => {
    kept.clear()
    answers = () => new Response('down', { status: 503 })
    expect(await open('/settings')).toBe('down')
  })

  it('is left alone where it is another site’s, or is written to', async () => {
    const post = new Request(`${ORIGIN}/c/one/plan`, { method: 'POST' })
    expect(await happen('fetch', { request: post })).toBe(undefined)
    expect(await happen('fetch', { request: new Request('https://other.example/c/one/plan') })).toBe(undefined)
  })
})

describe('what the server says in an answer', () => {
  const serve = (headers: Record<string, string>) => {
    answers = () => new Response('page', { headers })
  }

  it('is to look for the successor, whose parts stay', async () => {
    partOf('hallway-files-b2')
    serve({ 'x-hallway-build': 'b2' })
    await open('/settings')
    expect([done, [...kept.keys()]]).toEqual([['update'], ['hallway-files-b2']])
  })

  it('is to go, with all that was kept', async () => {
    for (const name of ['hallway-files-b1', 'hallway-told', 'other']) partOf(name)
    serve({ 'x-hallway-worker': 'off' })
    await open('/settings')
    expect([done, [...kept.keys()]]).toEqual([['unregister'], ['other']])
  })

  it('is nothing else: then old files go when no other page is open', async () => {
    const old = () => ['hallway-files-b0', 'hallway-files-b1'].forEach(partOf)
    old()
    windows = ['me', 'other'].map((id) => ({ id, url: ORIGIN }))
    await open('/settings')
    expect([...kept.keys()]).toEqual(['hallway-files-b0', 'hallway-files-b1'])
    windows = [{ id: 'me', url: ORIGIN }]
    Object.assign(registration, { waiting: {} })
    await open('/settings')
    expect(kept.has('hallway-files-b0')).toBe(true)
    Object.assign(registration, { waiting: null })
    await open('/settings')
    expect([...kept.keys()]).toEqual(['hallway-files-b1'])
  })
})
