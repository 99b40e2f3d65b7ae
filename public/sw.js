// Shows the offline page instead of the browser's own when a page cannot be reached, and, as pages are visited,
// keeps them for a dead network. Only public pages under /c/ are kept, and never one that was rendered for a person.
const CACHE = 'hallway-1'

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.add('/offline')).then(() => self.skipWaiting()))
})

self.addEventListener('activate', (event) => {
  event.waitUntil(caches.keys().then((names) => Promise.all(names.filter((name) => name !== CACHE).map((name) => caches.delete(name)))).then(() => self.clients.claim()))
})

self.addEventListener('fetch', (event) => {
  if (event.request.mode === 'navigate') event.respondWith(page(event.request))
  else if (new URL(event.request.url).pathname.startsWith('/_next/static/')) event.respondWith(part(event.request))
})

async function page(request) {
  const cache = await caches.open(CACHE)
  try {
    const answer = await fetch(request)
    if (answer.ok && isPublic(answer) && new URL(request.url).pathname.startsWith('/c/')) await cache.put(request, answer.clone())
    return answer
  } catch {
    return (await cache.match(request, { ignoreSearch: true, ignoreVary: true })) ?? (await cache.match('/offline')) ?? Response.error()
  }
}

function isPublic(answer) {
  return /\bpublic\b/.test(answer.headers.get('cache-control') ?? '')
}

// The build names these files by their content: once here, always right.
async function part(request) {
  const cache = await caches.open(CACHE)
  const kept = await cache.match(request)
  if (kept) return kept
  const answer = await fetch(request)
  if (answer.ok) await cache.put(request, answer.clone())
  return answer
}
