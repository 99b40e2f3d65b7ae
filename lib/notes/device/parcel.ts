import type { Backup, BackupRefusal } from '@/lib/notes/device/backup/backup'
import { fromBase64, toBase64 } from '@/lib/notes/base64'
import type { BackupConference } from '@/lib/notes/device/backup/backup-schema'
import type { RestoreCounts } from '@/lib/notes/device/backup/restore'
import { MOST_PARCEL_BYTES } from '@/lib/sync/parcel-limits'
import { readDevice, restoreToDevice } from './backup/device-backup'
import { knownViewer } from '@/lib/sync/client/viewer/known-viewer'
import { localState, withEngine } from '@/lib/sync/client/store/local-state'

/**
 * A parcel carries what is on this device to another by a link: sealed here (AES-GCM, 256 bits), kept by the server for
 * ten minutes, taken once. The key is in the link's fragment, which browsers send nowhere.
 */
export type SentParcel =
  | { ok: true; fragment: string; notes: number; picks: number; photosLeft: number }
  | { ok: false; reason: 'empty' | 'tooLarge' | 'noNetwork' | 'notSecure' }
export type TakenParcel =
  | {
      ok: true
      counts: RestoreCounts
      conferences: readonly BackupConference[]
      /** Ids of those whose name did not come along. */ unnamed: readonly string[]
    }
  | { ok: false; reason: 'gone' | 'noNetwork' | 'notSecure' | 'broken' | 'notKept' }

const TIMEOUT_MS = 30_000
const IV_BYTES = 12
const FRAGMENT = /^#?([\w-]{32})\.([\w-]{43})$/

/**
 * Encrypts a backup of this device, without photos, and leaves it at the server for ten minutes.
 * @param words in which notes are written as Markdown
 * @returns the fragment of the link to /carry, which holds the key; or why it could not be sent
 */
export async function sendParcel(words: Parameters<typeof readDevice>[0]): Promise<SentParcel> {
  if (!hasCrypto()) return { ok: false, reason: 'notSecure' }
  const [{ backup }, { writeBackup }] = [await readDevice(words), await import('@/lib/notes/device/backup/backup')]
  const { backedUpKinds } = await import('./backup/backed-up')
  const light: Backup = { ...backup, photos: [] }
  const [notes, picks] = [light.notes.filter(({ deletedAt }) => !deletedAt).length, light.picks.length]
  if (notes + backedUpKinds.reduce((sum, { name }) => sum + light[name].length, 0) === 0)
    return { ok: false, reason: 'empty' }
  const { zip } = writeBackup(light, [], new Date())
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, true, ['encrypt'])
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES))
  const sealed = new Uint8Array([
    ...iv,
    ...new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, zip)),
  ])
  if (sealed.length > MOST_PARCEL_BYTES) return { ok: false, reason: 'tooLarge' }
  const token = toAddress(crypto.getRandomValues(new Uint8Array(24)))
  const hash = [...new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token)))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
  const answer = await post(`/api/v1/parcels?token=${hash}`, 'application/octet-stream', sealed)
  if (!answer?.ok) return { ok: false, reason: 'noNetwork' }
  return {
    ok: true,
    fragment: `${token}.${toAddress(new Uint8Array(await crypto.subtle.exportKey('raw', key)))}`,
    notes,
    picks,
    photosLeft: backup.photos.length,
  }
}

/** Takes the parcel of a link's fragment and brings what is in it to this device: it adds and replaces nothing. */
export async function takeParcel(fragment: string): Promise<TakenParcel> {
  if (!hasCrypto()) return { ok: false, reason: 'notSecure' }
  const [, token, secret] = FRAGMENT.exec(fragment) ?? []
  if (!token || !secret) return { ok: false, reason: 'broken' }
  await withEngine()
  // Taken once, it would be gone with this page.
  if (localState().storage === 'unavailable' && !knownViewer()) return { ok: false, reason: 'notKept' }
  const answer = await post('/api/v1/parcels/take', 'application/json', JSON.stringify({ token }))
  if (answer?.status === 404) return { ok: false, reason: 'gone' }
  if (!answer?.ok) return { ok: false, reason: 'noNetwork' }
  const read = await open(new Uint8Array(await answer.arrayBuffer()), secret)
  if (!read.ok) return { ok: false, reason: 'broken' }
  const { counts } = await restoreToDevice(read.backup)
  const { conferences = [], notes } = read.backup
  const { backedUpKinds } = await import('./backup/backed-up')
  const lists = [notes, ...backedUpKinds.map(({ name }) => read.backup[name])]
  const ids = new Set(lists.flatMap((rows) => rows.map(({ conferenceId }) => conferenceId)))
  for (const { id } of conferences) ids.delete(id)
  return { ok: true, counts, conferences, unnamed: [...ids] }
}

async function open(
  sealed: Uint8Array<ArrayBuffer>,
  secret: string,
): Promise<{ ok: true; backup: Backup } | { ok: false; reason: BackupRefusal | 'sealed' }> {
  const { readBackup } = await import('@/lib/notes/device/backup/backup')
  try {
    const key = await crypto.subtle.importKey('raw', fromAddress(secret), 'AES-GCM', false, ['decrypt'])
    const zip = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: sealed.subarray(0, IV_BYTES) },
      key,
      sealed.subarray(IV_BYTES),
    )
    return readBackup(new Uint8Array(zip))
  } catch {
    // Another key, or bytes that somebody changed: WebCrypto does not say which.
    return { ok: false, reason: 'sealed' }
  }
}

async function post(path: string, type: string, body: BodyInit): Promise<Response | null> {
  try {
    return await fetch(path, {
      method: 'POST',
      headers: { 'content-type': type },
      body,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
  } catch {
    return null
  }
}

/** Browsers hide WebCrypto on plain http, as on a server at home. */
function hasCrypto(): boolean {
  return globalThis.crypto?.subtle !== undefined
}

/** Base64 as RFC 4648 §5 has it for addresses. */
function toAddress(bytes: Uint8Array): string {
  return toBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

function fromAddress(text: string): Uint8Array<ArrayBuffer> {
  return fromBase64(text.replaceAll('-', '+').replaceAll('_', '/'))
}
