import { leftMemory } from '@/lib/sync/client/store/left'
import type { NoteFacts } from './note-facts'

/**
 * A change of a note's document (base64), or the whole text of a note that is being made: `begun` is what it is made
 * with.
 */
export type Letters = { note: NoteFacts } & ({ update: string } | { begun: string; text: string })

/** Letters on their way into a store; by who types: several may, into one note. */
export const lettersLeft = leftMemory('letters')
