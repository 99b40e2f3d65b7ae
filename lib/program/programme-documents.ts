import { conferenceDocument, ofProgramme } from './conference-document'
import type { ProgramChange } from './program-change'

/**
 * The texts of sessions, and of speakers on themselves, by id: what the search of a schedule reads besides titles, and
 * pages show without a network.
 */
export const descriptionsDocument = conferenceDocument<Record<string, string>>({
  ...ofProgramme,
  name: 'descriptions.json',
})

/** What changed in the programme, the latest first: a device picks out what touches its own picks. */
export const changesDocument = conferenceDocument<ProgramChange[]>({ ...ofProgramme, name: 'changes.json' })
