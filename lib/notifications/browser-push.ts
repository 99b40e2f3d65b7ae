/**
 * Whether this browser takes alerts. `needsInstall`: it would as an installed app (iPhone, iPad); `denied`: its person
 * said no to the browser.
 */
export type PushState = 'unsupported' | 'needsInstall' | 'denied' | 'off' | 'on'

const ADDRESS = '/api/v1/alerts'

/**
 * Asks this browser's person for nothing. A server that has forgotten the browser hears of it again: it drops those
 * that could not be reached for long.
 */
export async function pushState(): Promise<PushState> {
  if (!('serviceWorker' in navigator) || !('PushManager' in window) || !('Notification' in window))
    return isAppleTouch() ? 'needsInstall' : 'unsupported'
  if (Notification.permission === 'denied') return 'denied'
  const subscription = await currentSubscription()
  if (subscription) void tell('POST', subscription.toJSON()).catch(() => false)
  return subscription ? 'on' : 'off'
}

/** To be called from a tap: the browser asks its person. @returns how it stands then; null: it did not work */
export async function turnOnPush(): Promise<PushState | null> {
  try {
    if ((await Notification.requestPermission()) !== 'granted') return await pushState()
    const answer = await fetch(ADDRESS)
    const body: unknown = answer.ok ? await answer.json() : null
    if (typeof body !== 'object' || body === null || !('publicKey' in body) || typeof body.publicKey !== 'string')
      return null
    const registration = await navigator.serviceWorker.ready
    const subscription = await registration.pushManager.subscribe({
      userVisibleOnly: true,
      applicationServerKey: body.publicKey,
    })
    if (await tell('POST', subscription.toJSON())) return 'on'
    await subscription.unsubscribe()
    return null
  } catch {
    // No network, or a push service that cannot be reached.
    return null
  }
}

/**
 * Ends push messages in this browser, and tells the server. Called before somebody else signs in, too. Where the
 * network fails, the push service answers "gone" to what the server still sends.
 */
export async function turnOffPush(): Promise<void> {
  const subscription = await currentSubscription().catch(() => null)
  if (!subscription) return
  await tell('DELETE', { endpoint: subscription.endpoint }).catch(() => false)
  // What is sent to it all the same is answered "gone".
  await subscription.unsubscribe().catch(() => false)
}

async function currentSubscription(): Promise<PushSubscription | null> {
  const registration = await navigator.serviceWorker?.getRegistration()
  return (await registration?.pushManager?.getSubscription()) ?? null
}

async function tell(method: 'POST' | 'DELETE', body: unknown): Promise<boolean> {
  return (await fetch(ADDRESS, { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }))
    .ok
}

/** An iPad calls itself a Mac, but has a touch screen. */
function isAppleTouch(): boolean {
  return (
    /iPhone|iPad/.test(navigator.userAgent) || (/Macintosh/.test(navigator.userAgent) && navigator.maxTouchPoints > 1)
  )
}
