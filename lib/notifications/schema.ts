import { z } from 'zod'
import { clockField, textField } from '@/lib/platform/fields'
import { isPublic } from '@/lib/platform/http/public-address'
import { isTimeZone } from '@/lib/platform/time'
import { alertKinds } from './alert-kinds'
import ipaddr from 'ipaddr.js'

/** A browser's public key, a point on P-256, and its secret: 65 and 16 bytes. */
const bytesOf = (length: number) =>
  textField()
    .regex(/^[\w-]+={0,2}$/)
    .refine((text) => Buffer.from(text, 'base64url').length === length)
export const pushKeysSchema = z.object({ p256dh: bytesOf(65), auth: bytesOf(16) })

/**
 * Where a browser's push service takes what is sent to it. Anybody could name any address here: only https, on the
 * public internet, at the usual port; what its name means is looked up again whenever something is sent.
 */
const endpoint = z.url().max(2_000).refine(isPushAddress)

export const subscriptionSchema = z.object({ endpoint, keys: pushKeysSchema })
export const endpointSchema = z.object({ endpoint: textField().max(2_000) })

const wallTime = z.union([z.literal(''), clockField()]).transform((time) => time || null)

/** What a person decides about alerts, as its form gives it. Quiet hours need both ends. */
export const alertSettingSchema = z
  .object({
    off: z.array(z.enum(alertKinds)).max(alertKinds.length),
    quietFrom: wallTime,
    quietTo: wallTime,
    timeZone: z.union([z.literal(''), textField().refine(isTimeZone, 'time-zone')]).transform((zone) => zone || null),
    digest: z.boolean(),
  })
  .refine(({ quietFrom, quietTo }) => (quietFrom === null) === (quietTo === null), {
    path: ['quietTo'],
    message: 'both-ends',
  })
export type AlertSettings = z.output<typeof alertSettingSchema>

function isPushAddress(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, username, password, port, hostname } = new URL(text)
  const address = hostname.replace(/^\[|\]$/g, '')
  if (protocol !== 'https:' || username || password || port) return false
  return ipaddr.isValid(address)
    ? isPublic(address)
    : address.includes('.') && !/\.(local|localhost|internal)\.?$/.test(address)
}
