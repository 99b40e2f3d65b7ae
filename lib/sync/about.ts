import type { Mutation } from './protocol'

/**
 * What a change is about, for whoever runs changes out of their order: those about one thing keep theirs. What is said
 * of a photo is about its note, too, without which it is refused.
 */
export function thingsOf({ name, args }: Mutation): string[] {
  if (name === 'setPhoto') return [args.id, args.noteId]
  if (name === 'acknowledgeChanges') return [args.conferenceId]
  return ['id' in args ? args.id : args.sessionId]
}
