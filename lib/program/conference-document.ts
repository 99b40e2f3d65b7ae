import type { LiveDocument } from '@/lib/sync/live-document'
import { conferenceAddress } from './conference-address'

/** What changes whenever its programme does, and with nothing else. */
export const PROGRAMME = 'conference'

/** A programme of days is a hundred times what a room's state is, and takes so much longer. */
export const ofProgramme = { topic: PROGRAMME, isKept: true, patienceMs: 20_000 }

/** Declares a document of each conference, at /c/<slug>/<name>. */
export function conferenceDocument<Value>(
  declared: Omit<LiveDocument<Value>, 'address' | 'value'>,
): LiveDocument<Value> {
  return { ...declared, address: (slug) => conferenceAddress(slug, declared.name) }
}
