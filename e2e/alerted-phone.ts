import { expect, type BrowserContext, type CDPSession, type Page } from '@playwright/test'
import { database } from '@/lib/platform/db'
import { runProgram } from '@/scripts/programs.mjs'
import type { openPushService } from '@/tests/open-push-service'

type PushService = Awaited<ReturnType<typeof openPushService>>
type ShownAlert = { title: string; body: string; tag: string }

/**
 * A phone that takes alerts, but that the browser's own push service, which no browser under test has, is replaced at
 * the wire: the page subscribes at `service`, and what the server sends there is handed to the real worker, as a
 * browser does it, when the phone has a network.
 */
export class AlertedPhone {
  private received = 0

  private constructor(
    readonly page: Page,
    private readonly name: string,
    private readonly service: PushService,
    private readonly cdp: CDPSession,
  ) {}

  /** Its person, who is signed in on this page, turns alerts on. @param name no other phone of this service has it */
  static async turnOn(page: Page, name: string, service: PushService): Promise<AlertedPhone> {
    const { endpoint, keys } = service.browser(name)
    const { port, pathname } = new URL(endpoint)
    await page.context().addInitScript(answerForBrowser, { endpoint: `https://p${port}.push.example${pathname}`, keys })
    await page.goto('/settings')
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
    await keepWhatIsShown(page.context())
    await page.getByRole('button', { name: 'Turn on alerts' }).click()
    await expect(page.getByRole('button', { name: 'Turn off alerts' })).toBeVisible()
    return new AlertedPhone(page, name, service, await page.context().newCDPSession(page))
  }

  /**
   * Its push service hands over what it holds.
   * @returns what the worker shows for it
   */
  async receive(): Promise<ShownAlert[]> {
    const waiting = this.service.take(this.name)
    const registrationId = new Promise<string>((done) =>
      this.cdp.once('ServiceWorker.workerRegistrationUpdated', ({ registrations }) =>
        done(registrations[0]?.registrationId ?? ''),
      ),
    )
    await this.cdp.send('ServiceWorker.enable')
    const worker = { origin: new URL(this.page.url()).origin, registrationId: await registrationId }
    for (const { message } of waiting)
      await this.cdp.send('ServiceWorker.deliverPushMessage', { ...worker, data: JSON.stringify(message) })
    await this.cdp.send('ServiceWorker.disable')
    const shown = () =>
      workerOf(this.page.context()).evaluate(() => (globalThis as unknown as { shown: ShownAlert[] }).shown)
    await expect.poll(async () => (await shown()).length).toBe(this.received + waiting.length)
    this.received += waiting.length
    return (await shown()).slice(-waiting.length || this.received)
  }
}

/** The page's browser says yes, and names the push service. */
function answerForBrowser(subscription: { endpoint: string; keys: { p256dh: string; auth: string } }): void {
  Object.defineProperty(Notification, 'permission', { get: () => 'granted' })
  Notification.requestPermission = () => Promise.resolve('granted')
  const given = { ...subscription, toJSON: () => subscription, unsubscribe: () => Promise.resolve(true) }
  PushManager.prototype.subscribe = () => {
    localStorage.setItem('subscribed', 'yes')
    return Promise.resolve(given as unknown as PushSubscription)
  }
  PushManager.prototype.getSubscription = () =>
    Promise.resolve(localStorage.getItem('subscribed') ? (given as unknown as PushSubscription) : null)
}

/** A shell without a window shows no alert: what the worker would show is kept in it. */
async function keepWhatIsShown(context: BrowserContext): Promise<void> {
  await workerOf(context).evaluate(() => {
    const scope = globalThis as unknown as { shown: ShownAlert[]; registration: ServiceWorkerRegistration }
    scope.shown = []
    scope.registration.showNotification = (title, { body = '', tag = '' } = {}) => {
      scope.shown.push({ title, body, tag })
      return Promise.resolve()
    }
  })
}

function workerOf(context: BrowserContext) {
  const [worker] = context.serviceWorkers()
  if (!worker) throw new Error('There is no worker')
  return worker
}

/**
 * What the server does every minute is done now, as by another process of its installation: whoever is to be told is.
 * @returns when everybody of this conference was, by the one or the other
 */
export async function tellPeopleNow(slug: string): Promise<void> {
  const words = ['--import', new URL('push-wire.mjs', import.meta.url).href, '--import', 'tsx', 'e2e/tell-people.ts']
  const { ok, output } = await runProgram(process.execPath, words)
  if (!ok) throw new Error(`Nobody could be told.\n${output}`)
  await expect.poll(() => database().alert.count({ where: { conference: { slug }, doneAt: null } })).toBe(0)
}
