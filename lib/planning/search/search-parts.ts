import type { Agenda, AgendaRoom, AgendaSession, AgendaSpeaker } from '@/lib/program/agenda'
import { fold, queryWords } from '@/lib/platform/search/fold'

/** More of them say that the query says too little. */
const MOST = 5

type FoundParts = {
  speakers: { speaker: AgendaSpeaker; sessions: AgendaSession[] }[]
  rooms: { room: AgendaRoom; count: number }[]
}

/**
 * Speakers and rooms themselves: those whose name has every word of the query at the beginning of a word of its own,
 * with what they have in the programme. Where there are many, none: then it is not one of them that is meant.
 */
export function searchParts(agenda: Agenda, query: string): FoundParts {
  const words = queryWords(query)
  const isMeant = ({ name }: { name: string }) => {
    const own = fold(name).split(/[^\p{L}\p{N}]+/u)
    return words.every((word) => own.some((part) => part.startsWith(word)))
  }
  const few = <T>(found: T[]) => (words.length > 0 && found.length <= MOST ? found : [])
  return {
    speakers: few(agenda.speakers.filter(isMeant)).map((speaker) => ({
      speaker,
      sessions: agenda.sessions.filter(({ speakers }) => speakers.includes(speaker.id)),
    })),
    rooms: few(agenda.rooms.filter(isMeant)).map((room) => ({
      room,
      count: agenda.sessions.filter(({ rooms }) => rooms.includes(room.id)).length,
    })),
  }
}
