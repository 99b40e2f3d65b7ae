import { randomUuidOf } from '@/lib/platform/ids/uuid'

/** A random UUID. crypto.randomUUID would be shorter, but browsers hide it on plain http, as on a server at home. */
export function makeId(): string {
  return randomUuidOf([...crypto.getRandomValues(new Uint8Array(32))].map((byte) => byte & 0xf))
}
