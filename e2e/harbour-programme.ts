// An invented community day as Sessionize exports it: three rooms of unknown size, one speaker in two of them at once.

const ROOMS = { 1: 'Harbour Hall', 2: 'Boat House', 3: 'Chart Room' } as const
type Talk = [time: string, minutes: number, room: keyof typeof ROOMS, title: string, speaker: string | null]

const TALKS: Talk[] = [
  ['08:30', 30, 1, 'Doors open, coffee', null],
  ['09:00', 45, 1, 'Ten years of small clusters', 'Mara Lindqvist'],
  ['10:00', 30, 1, 'Upgrades nobody noticed', 'Jonas Weber'],
  ['10:00', 30, 2, 'Policies that people read', 'Amélie Roche'],
  ['10:00', 30, 3, 'A gateway for a ferry', 'Tariq Aziz'],
  ['10:45', 30, 1, 'What a scheduler owes you', 'Priya Nair'],
  ['10:45', 30, 2, 'Costs, told to a treasurer', 'Sofia Ricci'],
  ['10:45', 30, 3, 'Debugging live, with the lights off', 'Owen Byrne'],
  ['11:30', 30, 1, 'Storage that forgives', 'Jonas Weber'],
  ['11:30', 30, 2, 'Panel: who is on call?', 'Jonas Weber'],
  ['11:30', 30, 3, 'Wasm at the edge of town', 'Ines Duarte'],
  ['12:00', 60, 1, 'Lunch by the water', null],
  ['13:00', 45, 1, 'Platform teams of two', 'Helena Novák'],
  ['13:00', 45, 2, 'Traces, from the first line', 'Kofi Mensah'],
  ['14:00', 30, 1, 'Lightning talks', 'Mara Lindqvist'],
]

export const HARBOUR_DAY = '2037-06-01'

/** The export itself. */
export function harbourProgramme(): Buffer {
  const speakers = [...new Set(TALKS.flatMap(([, , , , speaker]) => speaker ?? []))]
  const idOf = (speaker: string) => `00000000-0000-4000-8000-${String(speakers.indexOf(speaker) + 1).padStart(12, '0')}`
  const sessions = TALKS.map(([time, minutes, room, title, speaker], index) => ({
    id: String(100 + index),
    title,
    description: speaker ? `${speaker} tells how it went, with what went wrong.` : null,
    startsAt: `${HARBOUR_DAY}T${time}:00`,
    endsAt: new Date(Date.parse(`${HARBOUR_DAY}T${time}:00Z`) + minutes * 60_000).toISOString().slice(0, 19),
    isServiceSession: speaker === null,
    isPlenumSession: speaker === null,
    speakers: speaker ? [idOf(speaker)] : [],
    categoryItems: [],
    questionAnswers: [],
    roomId: room,
    liveUrl: null,
    recordingUrl: null,
    status: 'Accepted',
  }))
  return Buffer.from(
    JSON.stringify({
      sessions,
      speakers: speakers.map((fullName) => ({
        id: idOf(fullName),
        firstName: fullName.split(' ')[0],
        lastName: fullName.split(' ')[1],
        fullName,
        bio: null,
        tagLine: null,
        profilePicture: null,
        isTopSpeaker: false,
        links: [],
        sessions: sessions.filter(({ speakers: [id] }) => id === idOf(fullName)).map(({ id }) => Number(id)),
        categoryItems: [],
        questionAnswers: [],
      })),
      questions: [],
      categories: [],
      rooms: Object.entries(ROOMS).map(([id, name]) => ({ id: Number(id), name, sort: Number(id) })),
    }),
  )
}
