import { aboutPhoto } from '@/lib/notes/pictures/about-photo'
import type { Mutation } from './mutation'

/**
 * What a change is about, for whoever runs changes out of their order: those about one thing keep theirs.  */
export function thingsOf({ name, args }: Mutation): string[] {
  if (name === 'setPhoto') return aboutPhoto(args)
  if (name === 'acknowledgeChanges') return [args.conferenceId]
  return ['id' in args ? args.id : args.sessionId]
}
