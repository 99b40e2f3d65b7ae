// @ts-check Loaded into the servers of journeys: what they send to a browser at `https://p<port>.push.example`, an
// address as push services have them, reaches the stand-in for one at that port of this machine. No other is touched.
import dns from 'node:dns/promises'
import http from 'node:http'
import https from 'node:https'
import { syncBuiltinESMExports } from 'node:module'

const PUSH_SERVICE = /^p(\d+)\.push\.example$/
/** Public, as an address must be to be asked; nobody connects to it. */
const PUBLIC = { address: '198.41.0.4', family: 4 }
const [lookup, request] = [dns.lookup, https.request]

/** @type {any} */
const findName = async (/** @type {string} */ name, /** @type {any} */ options) =>
  PUSH_SERVICE.test(name) ? [PUBLIC] : lookup(name, options)
/** @type {any} */
const ask = (/** @type {any} */ url, /** @type {any[]} */ ...rest) => {
  const [, port] = PUSH_SERVICE.exec(url?.hostname ?? '') ?? []
  if (!port) return Reflect.apply(request, https, [url, ...rest])
  const [{ lookup: _, ...options }, answered] = rest
  return http.request(`http://127.0.0.1:${port}${url.pathname}`, options, answered)
}
dns.lookup = findName
https.request = ask
syncBuiltinESMExports()
