import type { DraftTarget } from './use-draft'

/** A note of its own, before its first letter: where it is written may still be said. */
type BegunNote = DraftTarget & { setPlace: (place: string) => void }

/** @param heard who hears of its id */
export function beginNote(conferenceId: string, heard: Pick<DraftTarget, 'onBegun' | 'onMade'>): BegunNote {
  let place = ''
  return {
    note: {
      conferenceId,
      // Read when the note is made.
      get place() {
        return place
      },
    },
    ...heard,
    setPlace: (said) => {
      place = said.trim()
    },
  }
}
