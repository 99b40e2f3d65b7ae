import type { SessionKind } from '@/lib/program/session-kinds'
import { kindOfWord } from './kind-of-word'
import { sessionKind } from './session-kind'

/**
 * What a session is by the format its source names ("Hands-on Labs", "Quickie", "Université"), and by its title where
 * the format says nothing ("Conference", "BOF") or there is none.
 */
export function kindOfFormat(title: string, format: string | null, hasSpeakers: boolean): SessionKind {
  const said = format === null ? null : kindOfWord(format)
  if (said !== null && said !== 'talk' && said !== 'personal') return said
  return sessionKind({ title, category: null, hasSpeakers })
}

/**
 * What an entry is that its source holds for a break or for a service of the house: a break, a service, or a keynote
 * that somebody entered there, by its title.
 */
export function kindOfPause(title: string): SessionKind {
  const kind = sessionKind({ title, category: null, hasSpeakers: false })
  if (kind !== 'talk') return kind
  const said = kindOfWord(title)
  return said === 'break' || said === 'keynote' ? said : 'service'
}
