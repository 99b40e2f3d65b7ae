import type { SessionKind } from '@/lib/program/session-kinds'
import { kindOfFormat } from '../reading/kind-of-format'
import { kindOfWord } from '../reading/kind-of-word'

const YOUTH = 'youthworkshop'

/** What an event is by the camp's word for it: "talk", "workshop", "youthworkshop", "lightning", "performance". */
export function kindOfEvent(title: string, type: string | null, hasSpeakers: boolean): SessionKind {
  return type === YOUTH ? 'workshop' : kindOfFormat(title, type, hasSpeakers)
}

/** A type that says more than the kind of a session is a track: "Performance"; what is for children. */
export function trackOfType(type: string | null): string | null {
  if (type === YOUTH) return 'Youth workshop'
  return type === null || kindOfWord(type) !== null ? null : type.slice(0, 1).toUpperCase() + type.slice(1)
}
