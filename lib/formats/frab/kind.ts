import type { SessionKind } from '@/lib/program/session-kinds'
import { sessionKind } from '../reading/session-kind'

/**
 * What an event is, by its type ("lightningtalk", "LIGHTNING_TALK", "hands-on", "djset"), by its title, and, where both
 * say nothing, by its track ("Keynotes").
 */
export function kindOf(event: {
  title: string
  type: string | null
  track: string | null
  hasSpeakers: boolean
}): SessionKind {
  const { title, hasSpeakers } = event
  // A word of Hallway's own exports; no other means a whole event of its own by it.
  if (event.type?.trim() === 'container') return 'container'
  const kind = sessionKind({ title, category: wordsOf(event.type), hasSpeakers })
  // A track for services may hold talks of people who are not named.
  return kind === 'talk' ? sessionKind({ title, category: wordsOf(event.track), hasSpeakers: true }) : kind
}

function wordsOf(text: string | null): string {
  return (text ?? '')
    .toLowerCase()
    .replace(/[_-]+/g, ' ')
    .replace(/^lightningtalk/, 'lightning talk')
    .replace(/^hands on\b/, 'workshop')
}
