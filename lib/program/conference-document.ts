import type { LiveDocument } from '@/lib/sync/live-document'
import { conferenceAddress } from './conference-address'

/** What changes whenever its programme does, and with nothing else. */
export const PROGRAMME = 'conference'

/**
 * What live documents that are made from the programme have in common. They are waited for 20 seconds instead of ten: a
 * whole programme is a hundred times as large as the state of a room.
 */
export const ofProgramme = { topic: PROGRAMME, isKept: true, patienceMs: 20_000 }

/** Declares a document of each conference, at /c/<slug>/<name>. */
export function conferenceDocument<Value>(
  declared: Omit<LiveDocument<Value>, 'address' | 'value'>,
): LiveDocument<Value> {
  return { ...declared, address: (slug) => conferenceAddress(slug, declared.name) }
}
