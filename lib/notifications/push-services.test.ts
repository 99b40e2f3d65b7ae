import { createServer } from 'node:http'
import { createECDH, randomBytes } from 'node:crypto'
import { expect, it, onTestFinished, vi } from 'vitest'
import webPush from 'web-push'
import { PushServices } from './push-services'

const message = { title: 'Moved', body: 'To 10:00', url: '/c/x', tag: 'x', language: 'en' }
const pusher = { vapid: webPush.generateVAPIDKeys(), contact: 'mailto:ada@example.org', allowLoopback: true }

function keys() {
  const ecdh = createECDH('prime256v1')
  return { p256dh: ecdh.generateKeys().toString('base64url'), auth: randomBytes(16).toString('base64url') }
}

/** A push service that answers so, and says how often it was asked, and by whose word. */
async function startService(status: () => number) {
  const asked: (string | undefined)[] = []
  const server = createServer((request, response) => {
    asked.push(request.headers.authorization)
    response.writeHead(status()).end()
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  onTestFinished(() => void server.close())
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return { asked, browser: (name: string) => ({ endpoint: `http://127.0.0.1:${port}/${name}`, keys: keys() }) }
}

it('leaves a service alone for a minute that did not take twenty in a row, and no other', async () => {
  let status = 503
  let nowMs = 0
  const [away, well] = [await startService(() => status), await startService(() => 201)]
  const services = new PushServices(pusher, () => nowMs)
  const tell = async ({ browser }: typeof away, times: number) => {
    const said = []
    for (let at = 0; at < times; at++) said.push(await services.deliver(browser(`${at}`), message, 60))
    return said
  }
  expect(await tell(away, 25)).toEqual(Array.from({ length: 25 }, () => 'later'))
  expect([away.asked.length, await tell(well, 1)]).toEqual([20, ['sent']])
  nowMs = 59_999
  await tell(away, 1)
  expect(away.asked.length).toBe(20)
  nowMs = 60_000
  status = 201
  expect([await tell(away, 3), away.asked.length]).toEqual([['sent', 'sent', 'sent'], 23])
})

it('is told by the same signed word who sends, one for each service', async () => {
  const [one, other] = [await startService(() => 201), await startService(() => 201)]
  const services = new PushServices(pusher)
  for (const { browser } of [one, one, other]) await services.deliver(browser('a'), message, 60)
  expect([new Set(one.asked).size, one.asked.length, other.asked.length]).toEqual([1, 2, 1])
  expect(one.asked[0]).toMatch(/^vapid t=.+, k=.+/)
  expect(other.asked[0]).not.toBe(one.asked[0])
})

it('is told anew who sends once a clock that was ahead is set right', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  onTestFinished(() => void vi.useRealTimers())
  const { asked, browser } = await startService(() => 201)
  const services = new PushServices(pusher)
  for (const day of ['2026-03-25', '2026-03-24', '2026-03-24']) {
    vi.setSystemTime(`${day}T08:00:00Z`)
    await services.deliver(browser('a'), message, 60)
  }
  expect([new Set(asked).size, asked.length, asked[1] === asked[2]]).toEqual([2, 3, true])
})
