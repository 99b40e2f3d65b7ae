import { cookieOf } from './cookies'
import { hashToken } from '@/lib/platform/ids'

/** A random name for a browser, by which its tries are counted and a code knows who asked for it; nothing else. */
export const DEVICE_COOKIE = 'hallway-device'

const TOKEN = /^[\w-]{32}$/

/** The name as it stands in a Cookie header; null: there is none, or none of ours. */
export function deviceOfCookies(cookieHeader: string | null | undefined): string | null {
  return knownDevice(cookieOf(cookieHeader, DEVICE_COOKIE))
}

/** The name, if it is one that we give. */
export function knownDevice(value: string | undefined): string | null {
  return value && TOKEN.test(value) ? value : null
}

/** What is kept of it. */
export function deviceHashOf(device: string | null): string | null {
  return device ? hashToken(device) : null
}
