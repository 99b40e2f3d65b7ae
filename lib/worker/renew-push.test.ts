import { expect, it } from 'vitest'
import { renewPush } from './renew-push'

const options = { userVisibleOnly: true, applicationServerKey: new ArrayBuffer(65) }
const subscriptionAt = (endpoint: string) => ({
  endpoint,
  options,
  toJSON: () => ({ endpoint, keys: { p256dh: 'p', auth: 'a' } }),
})
const [old, fresh] = [subscriptionAt('https://push.example/old'), subscriptionAt('https://push.example/fresh')]

async function told(change: Parameters<typeof renewPush>[0]) {
  const said: unknown[] = []
  const subscribe = async (asked: PushSubscriptionOptions) => {
    said.push(['subscribe', asked])
    return fresh
  }
  const tell = async (method: string, body: unknown) => said.push([method, body]) > 0
  await renewPush(change, { subscribe, tell })
  return said
}

const replaced = [
  ['POST', fresh.toJSON()],
  ['DELETE', { endpoint: old.endpoint }],
]

it('subscribes anew with the same key, and has the server alert that instead', async () => {
  expect(await told({ oldSubscription: old, newSubscription: null })).toEqual([['subscribe', options], ...replaced])
})

it('takes the one that the browser has made', async () => {
  expect(await told({ oldSubscription: old, newSubscription: fresh })).toEqual(replaced)
  expect(await told({ newSubscription: fresh })).toEqual([['POST', fresh.toJSON()]])
})

it('keeps one that only was renewed, and does nothing where nothing is known', async () => {
  expect(await told({ oldSubscription: fresh, newSubscription: fresh })).toEqual([['POST', fresh.toJSON()]])
  expect(await told({})).toEqual([])
})
