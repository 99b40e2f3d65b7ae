import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { pushState, turnOffPush, turnOnPush } from './browser-push'

/** A browser and the server that it speaks to. */
const browser = {
  permission: 'default' as 'default' | 'granted' | 'denied',
  asks: 'granted' as 'granted' | 'denied',
  subscribed: false,
  subscribedWith: '' as unknown,
}
const told: string[] = []
let answers: (request: string) => Response | Promise<Response> = () => Response.json({})

const subscription = {
  endpoint: 'https://push.example/1',
  toJSON: () => ({ endpoint: 'https://push.example/1', keys: {} }),
  unsubscribe: async () => !(browser.subscribed = false),
}
const registration = {
  pushManager: {
    getSubscription: async () => (browser.subscribed ? subscription : null),
    subscribe: async ({ applicationServerKey }: { applicationServerKey: unknown }) => {
      browser.subscribed = true
      browser.subscribedWith = applicationServerKey
      return subscription
    },
  },
}

function stub(given: { navigator?: object; window?: object } = {}): void {
  vi.stubGlobal('navigator', {
    userAgent: 'Firefox',
    maxTouchPoints: 0,
    serviceWorker: { getRegistration: async () => registration, ready: Promise.resolve(registration) },
    ...given.navigator,
  })
  vi.stubGlobal('window', given.window ?? { PushManager: 1, Notification: 1 })
  vi.stubGlobal('Notification', {
    get permission() {
      return browser.permission
    },
    requestPermission: async () => (browser.permission = browser.asks),
  })
  vi.stubGlobal('fetch', async (address: string, { method = 'GET', body }: RequestInit = {}) => {
    const request = [method, address, typeof body === 'string' ? body : ''].join(' ').trim()
    told.push(request)
    return answers(request)
  })
}

beforeEach(() => {
  Object.assign(browser, { permission: 'default', asks: 'granted', subscribed: false, subscribedWith: '' })
  told.length = 0
  answers = () => Response.json({ publicKey: 'key' })
  stub()
})
afterEach(() => void vi.unstubAllGlobals())

const post = 'POST /api/v1/alerts {"endpoint":"https://push.example/1","keys":{}}'

describe('how it stands', () => {
  it('is off, on, or denied, and a server that has forgotten this browser hears of it again', async () => {
    expect([await pushState(), told]).toEqual(['off', []])
    browser.subscribed = true
    expect([await pushState(), told]).toEqual(['on', [post]])
    browser.permission = 'denied'
    expect(await pushState()).toBe('denied')
  })

  it('is on, too, while the server cannot be reached', async () => {
    browser.subscribed = true
    answers = () => Promise.reject(new Error('no network'))
    expect(await pushState()).toBe('on')
  })

  it.each([
    ['Firefox', 0, 'unsupported'],
    ['iPhone', 5, 'needsInstall'],
    ['Macintosh', 5, 'needsInstall'],
    ['Macintosh', 0, 'unsupported'],
  ])('is said of a browser that has no alerts: %s with %s touch points', async (userAgent, maxTouchPoints, state) => {
    stub({ navigator: { userAgent, maxTouchPoints }, window: { Notification: 1 } })
    expect(await pushState()).toBe(state)
  })

  it('is off in a browser whose worker is not there', async () => {
    stub({ navigator: { serviceWorker: { getRegistration: async () => undefined } } })
    expect(await pushState()).toBe('off')
  })
})

describe('turning them on', () => {
  it('asks its person, and tells the server where this browser is reached', async () => {
    expect([await turnOnPush(), told, browser.subscribedWith]).toEqual(['on', ['GET /api/v1/alerts', post], 'key'])
  })

  it('says how it stands where its person says no', async () => {
    browser.asks = 'denied'
    expect([await turnOnPush(), told]).toEqual(['denied', []])
  })

  it.each([
    ['no network', () => Promise.reject(new Error('no network'))],
    ['an error', () => new Response('', { status: 500 })],
    ['no key', () => Response.json({})],
    ['another thing', () => Response.json('text')],
  ])('did not work with %s from the server', async (_, answer) => {
    answers = answer
    expect([await turnOnPush(), browser.subscribed]).toEqual([null, false])
  })

  it('leaves nothing behind where the server does not take it', async () => {
    answers = (request) =>
      request.startsWith('POST') ? new Response('', { status: 400 }) : Response.json({ publicKey: 'k' })
    expect([await turnOnPush(), browser.subscribed]).toEqual([null, false])
  })
})

it('ends them here and where they come from, also without a network', async () => {
  await turnOffPush()
  expect(told).toEqual([])
  browser.subscribed = true
  await turnOffPush()
  expect([told, browser.subscribed]).toEqual([['DELETE /api/v1/alerts {"endpoint":"https://push.example/1"}'], false])
  browser.subscribed = true
  answers = () => Promise.reject(new Error('no network'))
  await turnOffPush()
  expect(browser.subscribed).toBe(false)
})
