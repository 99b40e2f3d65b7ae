import type { Station } from './exchange'
import type { NextHandler } from './inner-next'
import { hostOf } from './origin'
import { makeNonce, type Security } from './security'

const PASSED_ON = ['x-forwarded-host', 'x-forwarded-proto', 'x-forwarded-port', 'forwarded'] as const

/** Hands the rest to Next, with a nonce for this answer's inline scripts. */
export function handToNext({ handler, security, publicUrl }: { handler: NextHandler; security: Security; publicUrl: string }): Station {
  const { host, protocol } = new URL(publicUrl)

  return async ({ request, response, headers }) => {
    const nonce = makeNonce()
    const policy = security.policy({ scripts: [nonce], styles: [nonce] })
    for (const name of PASSED_ON) delete request.headers[name]
    // Next compares the Origin of an action with the host: both were checked at the door, behind which the host may be another.
    request.headers['x-forwarded-host'] = (request.headers.origin && hostOf(request.headers.origin)) || request.headers.host || host
    request.headers['x-forwarded-proto'] = protocol.slice(0, -1)
    // Next takes the nonce for its scripts from here.
    request.headers['content-security-policy'] = policy
    delete request.headers['content-security-policy-report-only']
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    response.setHeader('content-security-policy', policy)
    await handler(request, response)
    return true
  }
}
