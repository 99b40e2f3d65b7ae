import { once } from 'node:events'
import { connect } from 'node:net'
import { expect } from '@playwright/test'
import { test } from '../journey'

/** What the real server answers to bytes as given; a browser would tidy them. */
async function answerTo(request: string): Promise<{ status: number; text: string }> {
  const { hostname, port } = new URL(process.env.HALLWAY_TEST_URL ?? '')
  const socket = connect(Number(port), hostname)
  let text = ''
  socket.on('data', (chunk) => (text += String(chunk)))
  socket.write(Buffer.from(`${request}\r\nHost: localhost:${port}\r\nConnection: close\r\n\r\n`, 'latin1'))
  if (!socket.closed) await once(socket, 'close')
  return { status: Number(/^HTTP\/1\.1 (\d+)/.exec(text)?.[1]), text }
}

const parts = [
  '0',
  '-1',
  '99999999999999999999',
  '1e999',
  'NaN',
  'not-a-uuid',
  '00000000-0000-0000-0000-00000000000g',
  '%F0%9F%8E%89',
  'a%2Fb',
  'a%20b',
  '__proto__',
  'constructor',
  '[object%20Object]',
  "';--",
  '%3Cscript%3E',
  '%EF%BF%BD',
  '%EF%BB%BF',
  'a'.repeat(900),
]
const places = [
  '/c/*',
  '/c/*/schedule',
  '/c/hallway-days/schedule/*',
  '/c/hallway-days/sessions/*',
  '/c/hallway-days/speakers/*',
  '/c/hallway-days/notes/*',
  '/c/hallway-days/recaps/*',
  '/c/hallway-days/recaps/*/export?for=hugo',
  '/c/hallway-days/manage/sessions/*',
  '/c/*/manage/stewards',
  '/c/hallway-days/*.ics',
  '/c/hallway-days/rooms/*.ics',
  '/c/*/agenda.json',
  '/api/v1/photos/*',
  '/api/v1/floor-plans/*',
  '/api/v1/notes/*/history',
  '/api/v1/groups?conference=*',
  '/api/v1/pull?person=*&after=0',
  '/api/v1/pull?person=00000000-0000-4000-8000-000000000000&after=*',
  '/api/v1/steward/*',
  '/api/v1/signs/*',
  '/c/hallway-days/rooms/*/sign',
  '/sign/*',
  '/api/v1/*',
  '/api/live?topics=conference:*',
  '/api/auth/*',
  '/api/auth/signin?callbackUrl=*',
  '/api/auth/callback/*',
  '/api/auth/signin/*',
  '/api/auth/error?error=*',
  '/@*',
  '/@ann/*',
  '/@ann/photos/*',
  '/@ann/series/*/recaps.xml',
  '/drafts/*',
  '/feeds/*.ics',
  '/together/*',
  '/steward/*',
  '/sign-in?to=*',
  '/sign-in?to=/*&to=/b',
  '/sign-in?error=*',
  '/sign-in/link?token=*',
  '/sign-in/done?to=*',
  '/share?text=*',
  '/carry?*',
  '/new?*=*',
  '/?*',
  '/_next/image?url=*&w=64&q=75',
  '/_next/data/*',
  '/_next/static/*',
  '/offline/*',
  '/invitations?*',
]

test.skip(({ viewport }) => (viewport?.width ?? 0) > 400, 'No screen is looked at.')

for (const place of places) {
  test(`nothing at ${place} is an error of ours`, async () => {
    const answers = await Promise.all(
      parts.map(async (part) => [part, (await answerTo(`GET ${place.replaceAll('*', part)} HTTP/1.1`)).status]),
    )
    expect(answers.filter(([, status]) => !(Number(status) < 500))).toEqual([])
  })
}

for (const [name, request] of Object.entries({
  'a callback of another site': 'GET /api/auth/signin?callbackUrl=https%3A%2F%2Fevil.example HTTP/1.1',
  'a callback that is none': 'GET /api/auth/signin?callbackUrl=http%3A%2F%2F%5B HTTP/1.1',
  'a cookie of a callback that is none': 'GET /sign-in HTTP/1.1\r\nCookie: next-auth.callback-url=http://[',
  'a cookie that is no token': 'GET /settings HTTP/1.1\r\nCookie: next-auth.session-token=%00.%ff; NEXT_LOCALE=../..',
  'bytes in a cookie': 'GET /c/hallway-days/manage/people HTTP/1.1\r\nCookie: next-auth.session-token=\xff\xfe',
  'an odd language': 'GET /c/hallway-days/plan HTTP/1.1\r\nAccept-Language: \xff, *;q=NaN, x-\u00e9',
  'a router’s tree that is none': 'GET /c/hallway-days HTTP/1.1\r\nRSC: 1\r\nNext-Router-State-Tree: %00',
  'a tree that is no JSON': 'GET /settings HTTP/1.1\r\nRSC: 1\r\nNext-Router-State-Tree: {',
  'a prefetch': 'GET /settings HTTP/1.1\r\nRSC: 1\r\nNext-Router-Prefetch: 9',
  'an action that is none':
    'POST /sign-in HTTP/1.1\r\nSec-Fetch-Site: same-origin\r\nNext-Action: none\r\nContent-Type: text/plain\r\n' +
    'Content-Length: 0',
  'a form that breaks off':
    'POST /sign-in HTTP/1.1\r\nSec-Fetch-Site: same-origin\r\nContent-Type: multipart/form-data; boundary=x\r\n' +
    'Content-Length: 0',
  'an action of a form that is none':
    'POST /sign-in HTTP/1.1\r\nSec-Fetch-Site: same-origin\r\nNext-Action: ' +
    '40aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\r\nContent-Type: multipart/form-data; boundary=x\r\n' +
    'Content-Length: 0',
  'an action without a form':
    'POST /sign-in HTTP/1.1\r\nSec-Fetch-Site: same-origin\r\nContent-Type: multipart/form-data\r\nContent-Length: 0',
  'a write to a page': 'PUT /c/hallway-days HTTP/1.1\r\nSec-Fetch-Site: same-origin\r\nContent-Length: 0',
  TRACE: 'TRACE / HTTP/1.1',
  OPTIONS: 'OPTIONS /c/hallway-days HTTP/1.1',
  'OPTIONS of a route': 'OPTIONS /api/v1/pull HTTP/1.1',
  'DELETE of a route': 'DELETE /api/v1/pull HTTP/1.1',
  'a NUL': 'GET /c/a%00b HTTP/1.1',
  'half an escape': 'GET /%E0%A4%A HTTP/1.1',
  dots: 'GET /c/%2e%2e/x HTTP/1.1',
})) {
  test(`answers ${name} with no error of ours`, async () => {
    expect((await answerTo(request)).status).toBeLessThan(500)
  })
}

test('shows the ordinary sign-in to whoever comes with a way back that is none', async () => {
  for (const wanted of ['javascript:alert(1)', 'data:text/html,x', 'nowhere', 'http://[']) {
    const { status, text } = await answerTo(`GET /api/auth/signin?callbackUrl=${encodeURIComponent(wanted)} HTTP/1.1`)
    const [, place = ''] = /^location: (.*)\r$/im.exec(text) ?? []
    expect([wanted, status, new URL(place, 'http://localhost').pathname, place.includes('error')]).toEqual([
      wanted,
      302,
      '/sign-in',
      false,
    ])
  }
})

test('forgets a way back that is none and was kept as a cookie, and answers as if there were none', async () => {
  for (const name of ['next-auth.callback-url', '__Secure-next-auth.callback-url'])
    for (const value of ['x', 'http%3A%2F%2F[', 'javascript%3Aalert(1)', '%E0%A4%A', '%00', ''])
      for (const path of ['/api/auth/csrf', '/api/auth/signin', '/sign-in', '/', '/settings', '/api/v1/me']) {
        const { status } = await answerTo(`GET ${path} HTTP/1.1\r\nCookie: ${name}=${value}`)
        expect([path, name, value, status < 500]).toEqual([path, name, value, true])
      }
  const { text } = await answerTo('GET /api/auth/csrf HTTP/1.1\r\nCookie: next-auth.callback-url=x')
  expect(text).toContain('"csrfToken"')
})

test('answers clients that offer another protocol, after Next has answered, too', async () => {
  await answerTo('GET /settings HTTP/1.1')
  const offer = 'Upgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAoAAAAAIAAAAA'
  const { port, hostname } = new URL(process.env.HALLWAY_TEST_URL ?? '')
  const socket = connect(Number(port), hostname)
  let heard = ''
  socket.on('data', (chunk) => (heard += String(chunk)))
  socket.write(
    `GET /c/hallway-days/schedule.ics HTTP/1.1\r\nHost: ${hostname}:${port}\r\nConnection: Upgrade, ` +
      `HTTP2-Settings\r\n${offer}\r\n\r\n`,
  )
  while (!heard.includes('END:VCALENDAR')) await once(socket, 'data')
  socket.destroy()
  expect(heard.startsWith('HTTP/1.1 200 OK')).toBe(true)
})
