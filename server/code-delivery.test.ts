import { expect, it } from 'vitest'
import { deliveryOf } from '@/lib/people/sign-in-codes'
import { DIRECT_HEADER } from '@/lib/platform/client-address'
import { testDatabase } from '@/tests/db'
import { openDoor } from '@/tests/front-door'

const { db, url } = await testDatabase()
// What stands behind the door decides as the sign-in screen does.
const door = await openDoor({
  db,
  url,
  next: async ({ headers }, response) =>
    void response.end(
      deliveryOf({ HOST: '127.0.0.1' }, { host: headers.host ?? null, direct: headers[DIRECT_HEADER] === '1' }),
    ),
})
const ask = async (headers: Record<string, string>) => (await door.ask('/sign-in', { headers })).text

it.each<Record<string, string>>([
  {},
  { host: 'localhost:3000' },
  { host: '127.0.0.1:3000' },
  { host: '[::1]:3000' },
  {
    'user-agent': 'Mozilla/5.0',
    accept: 'text/html',
    'accept-language': 'en',
    'sec-fetch-site': 'none',
    'x-requested-with': 'x',
    referer: 'http://localhost:3000/',
  },
])('shows the code to this machine: %j', async (headers) => {
  expect(await ask(headers)).toBe('page')
})

it.each([
  'X-Forwarded-For',
  'x-forwarded-host',
  'X-Forwarded-Proto',
  'X-Forwarded-Port',
  'X-Forwarded-Prefix',
  'X-Forwarded-Anything',
  'Forwarded',
  'Via',
  'X-Real-IP',
  'X-Real-Port',
  'X-Client-IP',
  'X-Cluster-Client-IP',
  'True-Client-IP',
  'CF-Connecting-IP',
  'CF-Ray',
  'CF-Visitor',
  'CDN-Loop',
  'Fastly-Client-IP',
  'Fly-Client-IP',
  'X-Original-Host',
  'X-Original-URL',
  'X-Envoy-External-Address',
  'X-Amzn-Trace-Id',
  'X-Azure-ClientIP',
  'X-ARR-ClientIP',
  'X-Appengine-User-Ip',
  'X-Vercel-Forwarded-For',
  'X-NF-Client-Connection-IP',
  'Tailscale-User-Login',
  'X-Goog-Authenticated-User-Email',
  'X-Cloud-Trace-Context',
  'X-ProxyUser-Ip',
  'Proxy-Connection',
  'X-GitHub-Request-Id',
  'X-Gitpod-Port',
  'Ngrok-Trace-Id',
  'Max-Forwards',
])('hides it where %s says that something stands between', async (name) => {
  expect([await ask({ [name]: '127.0.0.1' }), await ask({ [name]: '', [DIRECT_HEADER]: '1' })]).toEqual([
    'terminal',
    'terminal',
  ])
})

it.each([
  'hallway.example',
  'hallway.example:3000',
  '10.0.0.4:3000',
  '127.0.0.1.evil.example',
  'localhost.evil.example',
  'evil.example@localhost',
  '0.0.0.0:3000',
  '[::ffff:10.0.0.1]:3000',
])('hides it from who asks for %s', async (host) => {
  expect(await ask({ host })).toBe('terminal')
})

it('takes nobody’s word for it', async () => {
  expect(await ask({ [DIRECT_HEADER]: '1', via: '1.1 tunnel' })).toBe('terminal')
})
