/**
 * What writing needs, in one part: where the network ends after the first letter, the second must not wait for another
 * part.
 */
export { createNoteIn } from './note-create'
export { openNoteText } from './note-text'
export { storeLetters } from './store-letters'
