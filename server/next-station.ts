import type { IncomingMessage } from 'node:http'
import { ADDRESS_HEADER, cameDirectly, DIRECT_HEADER } from '@/lib/platform/client-address'
import type { Exchange, Station } from './doors/exchange'
import { holdFailures } from './doors/hold-failures'
import type { SayNotNow } from './doors/not-now'
import type { NextHandler } from './documents/inner-next'
import { hostOf, isWrite } from '@/lib/boundary/origin'
import { makeNonce, type Security } from './doors/security'
import { visitorAddress } from './doors/visitor'

type Options = {
  handler: NextHandler
  security: Security
  publicUrl: string
  /** How many proxies are believed. */ trustProxy: number
  /** Did a request fail because of something that passes? */
  isPassing: (exchange: Exchange) => Promise<boolean>
  sayNotNow: SayNotNow
}

const NOT_A_VISITORS_TO_SAY = ['x-forwarded-port', 'forwarded', 'content-security-policy-report-only'] as const

/** Hands the rest to Next, with a nonce for the inline scripts of a page. */
export function handToNext({ handler, security, publicUrl, trustProxy, ...failing }: Options): Station {
  const { host, protocol } = new URL(publicUrl)

  return async (exchange) => {
    const { request, response, requestId, path, headers } = exchange
    const nonce = makeNonce()
    const policy = security.policy({ scripts: [nonce], styles: [nonce] })
    const direct = cameDirectly(Object.keys(request.headers), request.socket.remoteAddress)
    for (const name of NOT_A_VISITORS_TO_SAY) delete request.headers[name]
    Object.assign(request.headers, {
      'x-request-id': requestId,
      [ADDRESS_HEADER]: visitorAddress(request, trustProxy),
      [DIRECT_HEADER]: direct ? '1' : '0',
      'x-forwarded-host': visibleHost(request) ?? host,
      'x-forwarded-proto': protocol.slice(0, -1),
      // Next takes the nonce for its scripts from here.
      'content-security-policy': policy,
    })
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    if (!isForMachines(path)) response.setHeader('content-security-policy', policy)
    holdFailures(exchange, failing)
    await handler(request, response)
    return true
  }
}

/** No page is under this address, however it is spelt: its answers keep the policy of bytes that load nothing. */
function isForMachines(path: string): boolean {
  try {
    return decodeURIComponent(path).startsWith('/api/v1/')
  } catch {
    return false
  }
}

/**
 * Next compares the host of an action with its Origin, which was checked at the door; behind a proxy the Host header
 * may be another.
 */
function visibleHost(request: IncomingMessage): string | undefined {
  const { origin, host } = request.headers
  return (isWrite(request) && origin !== undefined && hostOf(origin)) || host
}
