import { createHash, randomBytes } from 'node:crypto'

/** A secret for an address: 192 random bits, URL-safe. */
export function makeToken(): string {
  return randomBytes(24).toString('base64url')
}

/** What is kept of a secret: its SHA-256, hex. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
