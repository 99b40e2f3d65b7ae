import webPush from 'web-push'
import type { z } from 'zod'
import { count } from '@/lib/platform/counts'
import { post } from '@/lib/platform/post'
import { HOUR_MS } from '@/lib/platform/time'
import { pushKeysSchema } from './schema'
import type { VapidKeys } from './server/vapid'

/** What a browser shows, as its service worker reads it. */
export type PushMessage = {
  title: string
  body: string
  /** A path of ours, for a tap. */
  url: string
  /** One of the same tag takes the place of an earlier one. */
  tag: string
  language: string
}

export type Pusher = {
  vapid: VapidKeys
  /** Whom a push service may turn to: an https or mailto address. */
  contact: string
  /** Only for tests, whose push service is this machine. */
  allowLoopback?: boolean
}

export type Delivered =
  | 'sent'
  /** The browser takes no more: its subscription is to be forgotten. */
  | 'gone'
  /** Worth another try. */
  | 'later'
  /** It would be refused again. */
  | 'refused'

const TIMEOUT_MS = 10_000
/** What is signed is good for twelve hours. */
const SIGNED_FOR_MS = 6 * HOUR_MS

/**
 * Sends one message to one browser, encrypted for it alone.
 * @param secondsWorth after which a push service that has not reached it may forget it
 */
export async function deliverPush(
  subscription: { endpoint: string; keys: unknown },
  message: PushMessage,
  pusher: Pusher,
  secondsWorth: number,
): Promise<Delivered> {
  const delivered = await hand(subscription, message, pusher, secondsWorth)
  count('alerts', delivered)
  return delivered
}

async function hand(
  { endpoint, keys }: { endpoint: string; keys: unknown },
  message: PushMessage,
  { vapid, contact, allowLoopback }: Pusher,
  secondsWorth: number,
): Promise<Delivered> {
  const details = encrypt({ endpoint, keys: pushKeysSchema.parse(keys) }, message, { vapid, contact }, secondsWorth)
  if (!details) return 'refused'
  const status = await post(endpoint, {
    headers: details.headers,
    body: details.body,
    timeoutMs: TIMEOUT_MS,
    allowLoopback,
  })
  if (status === null || status === 429 || status >= 500) return 'later'
  if (status === 404 || status === 410) return 'gone'
  return status < 300 ? 'sent' : 'refused'
}

function encrypt(
  subscription: { endpoint: string; keys: z.output<typeof pushKeysSchema> },
  message: PushMessage,
  pusher: Pick<Pusher, 'vapid' | 'contact'>,
  secondsWorth: number,
) {
  try {
    return webPush.generateRequestDetails(subscription, JSON.stringify(message), {
      TTL: Math.max(0, Math.floor(secondsWorth)),
      urgency: 'high',
      headers: { Authorization: authorizationFor(new URL(subscription.endpoint).origin, pusher) },
    })
  } catch {
    // A key that is no point on the curve: whoever made it up gets nothing.
    return null
  }
}

/** By service and key: to sign takes five times as long as to encrypt a message, and a hall gets thousands. */
const signed = new Map<string, { authorization: string; atMs: number }>()
const MOST_SIGNED = 100

/** Tells a push service that it is we who send (RFC 8292): the same for all messages of some hours. */
function authorizationFor(service: string, { vapid, contact }: Pick<Pusher, 'vapid' | 'contact'>): string {
  const key = `${service} ${vapid.publicKey} ${contact}`
  const known = signed.get(key)
  // A clock that was ahead and is set right has signed for a day that no service takes.
  const ageMs = Date.now() - (known?.atMs ?? Infinity)
  if (known && ageMs >= 0 && ageMs < SIGNED_FOR_MS) return known.authorization
  const { publicKey, privateKey } = vapid
  const { Authorization: authorization } = webPush.getVapidHeaders(service, contact, publicKey, privateKey, 'aes128gcm')
  if (signed.size >= MOST_SIGNED) signed.clear()
  signed.set(key, { authorization, atMs: Date.now() })
  return authorization
}
