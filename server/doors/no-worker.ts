import { isRead, send, type Station } from './exchange'

// Also ends a worker that is too broken to read headers: browsers fetch this address by themselves.
const LEAVING = `self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(
  caches.keys()
    .then((names) => Promise.all(
      names.filter((name) => name.startsWith('hallway-')).map((name) => caches.delete(name))))
    .then(() => self.registration.unregister())))
`

/** Answers /sw.js with a worker that clears up and goes (HALLWAY_WORKER=off). */
export function serveNoWorker(): Station {
  return (exchange) => {
    if (exchange.path !== '/sw.js') return false
    if (isRead(exchange))
      send(exchange, 200, { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-cache' }, LEAVING)
    return true
  }
}
