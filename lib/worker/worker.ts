// The service worker: shows this device's copy where there is no network. Bundled by the build, which says what belongs
// to it.
import {
  cachesToDrop,
  filesOf,
  isCopied,
  isOurs,
  isOutage,
  orderIn,
  PATIENCE_MS,
  shellAddresses,
  shellsOf,
  TOLD,
  wayOf,
} from './decide'
import { readPush } from './push'
import { renewPush } from './renew-push'
import { isBuilt, serveFile } from './serve-file'
import { isShell, serveShell } from './serve-shell'

declare const BUILD: string
declare const SHELLS: readonly string[]
declare const CHUNKS: string
/** Parted by spaces; what begins with no slash is in CHUNKS. */
declare const FILES: string

// The types of pages and of workers are both loaded, and both claim `self`.
const scope = self as unknown as ServiceWorkerGlobalScope
const files = new Set(FILES.split(' ').map((name) => (name.startsWith('/') ? name : CHUNKS + name)))

scope.addEventListener('install', (event) => event.waitUntil(install()))
scope.addEventListener('activate', (event) => event.waitUntil(activate()))
scope.addEventListener('message', (event) => event.waitUntil(remember(event.data)))
scope.addEventListener('push', (event) => event.waitUntil(showPush(event.data?.text() ?? '')))
scope.addEventListener('pushsubscriptionchange', (event) =>
  event.waitUntil(
    renewPush(event, { subscribe: (options) => scope.registration.pushManager.subscribe(options), tell: tellAlerts }),
  ),
)
scope.addEventListener('notificationclick', (event) => {
  event.notification.close()
  event.waitUntil(openPage(event.notification.data))
})
scope.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (url.origin !== scope.location.origin) return
  const way = wayOf({ method: request.method, mode: request.mode, pathname: url.pathname, search: url.search }, files)
  if (way === 'file') event.respondWith(file(request))
  else if (way === 'device') event.respondWith(shell(event).then((kept) => kept ?? fetch(request)))
  else if (way === 'copy') event.respondWith(copied(event))
  else if (way !== 'leave') event.respondWith(page(event, way === 'quick network'))
})

async function tellAlerts(method: string, body: unknown): Promise<boolean> {
  return (
    await fetch('/api/v1/alerts', {
      method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  ).ok
}

/** All or nothing: a worker that lacks a part would break where there is no network to mend it. */
async function install(): Promise<void> {
  const [kept, shells] = await Promise.all([caches.open(filesOf(BUILD)), caches.open(shellsOf(BUILD))])
  await Promise.all([
    ...[...files].map(async (address) => kept.put(address, (await named(address)) ?? (await load(address)))),
    ...SHELLS.map(async (address) => shells.put(address, await loadShell(address))),
  ])
  // Open pages go on as they are: their files stay, and only the next page is a new one.
  await scope.skipWaiting()
}

/** A file that an earlier build left here; the name says what is in it. */
async function named(address: string): Promise<Response | undefined> {
  const kept = address.startsWith('/_next/static/') ? await caches.match(address) : undefined
  return kept && isBuilt(kept) ? kept : undefined
}

async function load(address: string): Promise<Response> {
  const answer = await fetch(address, { cache: address.startsWith('/_next/static/') ? 'default' : 'reload' })
  if (!isBuilt(answer)) throw new Error(`${address} cannot be kept: ${answer.status}`)
  return answer
}

async function loadShell(address: string): Promise<Response> {
  const answer = await fetch(address, { cache: 'reload' })
  // While servers are being replaced another one may answer: its shell wants files that are not in our list.
  if (!(await isShell(answer, BUILD))) throw new Error(`${address} is none of this build's`)
  return answer
}

async function activate(): Promise<void> {
  await dropCaches(true)
  await scope.clients.claim()
  await copyOpenPages()
}

/** Pages that were opened before there was a worker: who stands at a door opens it once. */
async function copyOpenPages(): Promise<void> {
  const windows = await scope.clients.matchAll({ type: 'window', includeUncontrolled: true })
  const addresses = new Set(windows.map(({ url }) => new URL(url).pathname).filter(isCopied))
  await Promise.all([...addresses].map(async (address) => keepCopy(address, await fetch(address).catch(() => null))))
}

/** Pages say which language they speak: a worker cannot read the cookie. */
async function remember(data: unknown): Promise<void> {
  if (typeof data !== 'object' || data === null || !('language' in data) || typeof data.language !== 'string') return
  await (await caches.open(TOLD)).put('/language', new Response(data.language))
}

async function page(event: FetchEvent, onlyWhileQuick: boolean): Promise<Response> {
  const asked = fetch(event.request)
  const outage: { answer?: Response } = {}
  const answered = asked
    .then((answer) => {
      if (!isOutage(answer.status)) return answer
      outage.answer = answer
      return null
    })
    .catch(() => null)
  event.waitUntil(answered.then((answer) => answer && heed(answer, event.clientId)))
  const quick = await (onlyWhileQuick ? Promise.race([answered, patience()]) : answered)
  if (quick) return quick
  const failure = outage.answer
  // Of what this device has nothing of, the server's own page says what failed, and by which code its log has it.
  if (failure && !onlyWhileQuick && isOurs(failure.headers)) return failure
  const kept = await shell(event)
  // Without a shell the server's own answer, or failure, is all there is.
  return kept && failure ? new Response(kept.body, { status: failure.status, headers: kept.headers }) : (kept ?? asked)
}

async function copied(event: FetchEvent): Promise<Response> {
  const address = new URL(event.request.url).pathname
  const asked = fetch(event.request)
  const answered = asked.then((answer) => (isOutage(answer.status) ? null : answer)).catch(() => null)
  event.waitUntil(
    answered.then(async (answer) => {
      await keepCopy(address, answer?.clone() ?? null)
      if (answer) await heed(answer, event.clientId)
    }),
  )
  const quick = await Promise.race([answered.then((answer) => answer?.clone() ?? null), patience()])
  if (quick) return quick
  const kept = await caches.open(shellsOf(BUILD)).then((cache) => cache.match(address))
  return kept ?? (await answered)?.clone() ?? (await shell(event)) ?? asked
}

/** Keeps a page of this build, whose files are here, too; one that is there no more is forgotten. */
async function keepCopy(address: string, answer: Response | null): Promise<void> {
  const cache = await caches.open(shellsOf(BUILD))
  if (answer?.ok && (await isShell(answer.clone(), BUILD))) await cache.put(address, answer)
  else if (answer?.status === 404) await cache.delete(address)
}

function patience(): Promise<null> {
  return new Promise((done) => setTimeout(() => done(null), PATIENCE_MS))
}

async function shell(event: FetchEvent): Promise<Response | undefined> {
  const told = await caches.open(TOLD).then((cache) => cache.match('/language'))
  return serveShell(shellAddresses((await told?.text()) ?? null, scope.navigator.languages), {
    own: await caches.open(shellsOf(BUILD)),
    load: loadShell,
    build: BUILD,
    meanwhile: (work) => event.waitUntil(work),
  })
}

/** Does what the server says in an answer's headers. */
async function heed(answer: Response, from: string): Promise<void> {
  const order = orderIn(answer.headers, BUILD)
  if (order === 'off') return leave()
  if (order === 'update') return follow()
  const windows = await scope.clients.matchAll({ type: 'window', includeUncontrolled: true })
  await dropCaches(windows.some(({ id }) => id !== from))
}

/**
 * Looks for the successor, which drops what is not its own when it takes over: dropping here would take from it what it
 * has just kept.
 */
async function follow(): Promise<void> {
  // No network any more, or not one of ours yet: the next page asks again.
  await scope.registration.update().catch(() => undefined)
}

async function leave(): Promise<void> {
  const names = await caches.keys()
  await Promise.all(names.filter((name) => name.startsWith('hallway-')).map((name) => caches.delete(name)))
  await scope.registration.unregister()
}

async function dropCaches(othersOpen: boolean): Promise<void> {
  const names = await caches.keys()
  const { installing, waiting } = scope.registration
  // Some of what is not ours may be the successor's.
  if (!installing && !waiting)
    await Promise.all(cachesToDrop(names, BUILD, othersOpen).map((name) => caches.delete(name)))
}

async function file(request: Request): Promise<Response> {
  return serveFile(request, { own: await caches.open(filesOf(BUILD)), earlier: named, load: fetch })
}

async function showPush(text: string): Promise<void> {
  const { title, body, url, tag, language } = readPush(text, scope.navigator.languages)
  const { registration } = scope
  // A later one about the same takes its place, and is heard all the same.
  const replaces = (await registration.getNotifications({ tag })).length > 0
  const options: NotificationOptions & { renotify: boolean } = {
    body,
    tag,
    lang: language,
    icon: '/icon-192.png',
    badge: '/icon-192.png',
    data: url,
    renotify: replaces,
    silent: false,
  }
  await registration.showNotification(title, options)
}

/** @param url what showPush left with the notification: a path of ours */
async function openPage(url: unknown): Promise<void> {
  const address = new URL(typeof url === 'string' ? url : '/', scope.location.origin)
  const windows = await scope.clients.matchAll({ type: 'window' })
  const there = windows.find((client) => new URL(client.url).pathname === address.pathname)
  if (there) await there.focus()
  else await scope.clients.openWindow(address)
}
