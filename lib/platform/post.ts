import { request as httpRequest, type OutgoingHttpHeaders } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { always, checkedAddress } from './http/public-address'

type Post = {
  headers: OutgoingHttpHeaders
  body: Buffer
  timeoutMs: number
  /** May the address be of this machine, and without https? Only for tests, which have no other. */
  allowLoopback?: boolean
}

/**
 * Sends bytes to an address that somebody named: https only, on the public internet only, the connection going to the
 * very address that was checked. No redirect is followed, and no answer read.
 * @returns the status; null where nobody answered, or nobody may be asked there
 */
export async function post(
  address: string,
  { headers, body, timeoutMs, allowLoopback = false }: Post,
): Promise<number | null> {
  const deadline = AbortSignal.timeout(timeoutMs)
  try {
    const url = new URL(address)
    if (url.protocol !== 'https:' && !allowLoopback) return null
    const target = await checkedAddress(url, { allowPrivate: allowLoopback })
    const request = url.protocol === 'https:' ? httpsRequest : httpRequest
    return await new Promise((done, fail) => {
      const asked = request(
        url,
        { method: 'POST', agent: false, headers, signal: deadline, lookup: always(target) },
        (answer) => {
          answer.resume()
          done(answer.statusCode ?? null)
        },
      )
      asked.once('error', fail)
      asked.end(body)
    })
  } catch {
    // Names, sockets and time limits fail by the other side's doing.
    return null
  }
}
