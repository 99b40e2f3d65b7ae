import { createPublicKey, verify } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import { afterAll } from 'vitest'
import { openPushService } from './open-push-service'

/** A push service on this machine, until the tests of this file are over. */
export async function startPushService() {
  const service = await openPushService()
  afterAll(service.close)
  return service
}

/** The claims of a push's Authorization header, if the given key signed them. */
export function vapidClaims({ authorization = '' }: IncomingHttpHeaders, publicKey: string): unknown {
  const [, token = '', key] = /^vapid t=([^,]+), k=(.+)$/.exec(authorization) ?? []
  const [head, claims = '', signature = ''] = token.split('.')
  const point = Buffer.from(publicKey, 'base64url')
  const jwk = {
    kty: 'EC',
    crv: 'P-256',
    x: point.subarray(1, 33).toString('base64url'),
    y: point.subarray(33).toString('base64url'),
  }
  const isOurs =
    key === publicKey &&
    verify(
      'sha256',
      Buffer.from(`${head}.${claims}`),
      { key: createPublicKey({ key: jwk, format: 'jwk' }), dsaEncoding: 'ieee-p1363' },
      Buffer.from(signature, 'base64url'),
    )
  return isOurs ? JSON.parse(Buffer.from(claims, 'base64url').toString()) : null
}
