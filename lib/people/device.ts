import { hashToken } from '@/lib/platform/ids'

/** A random name for a browser, by which its tries are counted and a code knows who asked for it; nothing else. */
export const DEVICE_COOKIE = 'hallway-device'

const TOKEN = /^[\w-]{32}$/

/** The name as it stands in a Cookie header; null: there is none, or none of ours. */
export function deviceOfCookies(cookieHeader: string | null | undefined): string | null {
  const pair = (cookieHeader ?? '')
    .split(';')
    .map((one) => one.trim())
    .find((one) => one.startsWith(`${DEVICE_COOKIE}=`))
  return knownDevice(pair?.slice(DEVICE_COOKIE.length + 1))
}

/** The name, if it is one that we give. */
export function knownDevice(value: string | undefined): string | null {
  return value && TOKEN.test(value) ? value : null
}

/** What is kept of it. */
export function deviceHashOf(device: string | null): string | null {
  return device ? hashToken(device) : null
}
