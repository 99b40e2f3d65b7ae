import type { DraftTarget } from './use-draft'

/** A note of its own, before its first letter: where it is written may still be said. */
type BegunNote = DraftTarget & { setPlace: (place: string) => void }

/** @param onMade hears of its id once it is on this device */
export function beginNote(conferenceId: string, onMade: (id: string) => void): BegunNote {
  let place = ''
  return {
    note: {
      conferenceId,
      // Read when the note is made.
      get place() {
        return place
      },
    },
    onMade,
    setPlace: (said) => {
      place = said.trim()
    },
  }
}
