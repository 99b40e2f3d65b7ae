import { parseCookie } from 'cookie'
import { LEAVING_COOKIE } from './leaving-cookie'

const asSent = (value: string) => value

/**
 * The value of one cookie as it was sent, with its escapes; of two with one name the first's.
 * @param header the Cookie header, if any
 */
export function cookieOf(header: string | null | undefined, name: string): string | undefined {
  return header ? parseCookie(header, { decode: asSent })[name] : undefined
}

/** Does the browser that sends these cookies say that its person signed out? */
export function saysLeft(cookieHeader: string): boolean {
  return cookieOf(cookieHeader, LEAVING_COOKIE) === '1'
}
