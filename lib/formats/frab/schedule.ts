/**
 * What a schedule of the frab family says, whichever way it is written: Pentabarf's and frab's XML, c3voc's JSON,
 * pretalx's and wafer's exports of both. Texts stand as in the file: HTML or not, not cleaned.
 */
export type FrabSchedule = {
  title: string | null
  /** Short name of the conference: "36c3". */
  acronym: string | null
  /** IANA zone as the file names it; nothing says that it exists. */
  timeZoneName: string | null
  /** Against which addresses without a host are meant. */
  baseUrl: string | null
  /** Pentabarf: up to this hour, "09:00:00", a start belongs to the night after its day. */
  dayChange: string | null
  /** Rooms that are listed apart from their events. */
  rooms: { name: string; capacity: number | null }[]
  /** Names of tracks by their slugs. */
  trackNames: ReadonlyMap<string, string>
  /** Persons that are described apart from their events, by key. */
  persons: ReadonlyMap<string, FrabPerson>
  events: FrabEvent[]
}

export type FrabEvent = {
  /** Where it stands: "line 12", a JSON path. */
  path: string
  guid: string | null
  /** Not even unique within a file: pretalx gives a talk's slots one id, and merged files bring each their own. */
  id: string | null
  /** The day under which it is listed. */
  day: string | null
  rooms: string[]
  /** Instant with an offset; absent in Pentabarf. */
  date: string | null
  /** Wall time, "09:30", "0930". */
  start: string | null
  /** Instant; second version of the JSON only. */
  end: string | null
  /** "1:00", "00:45:00", "45" minutes, "PT45M". */
  duration: string | null
  title: string | null
  subtitle: string | null
  abstract: string | null
  description: string | null
  track: string | null
  type: string | null
  language: string | null
  level: string | null
  /** State in the real world: "CANCELED". */
  state: string | null
  url: string | null
  persons: FrabPerson[]
  links: FrabLink[]
  attachments: FrabLink[]
  /** Recording, where a field of its own names it. */
  recordingUrl: string | null
}

export type FrabPerson = { key: string | null; name: string | null; biography: string | null }

export type FrabLink = { href: string; title: string; type: string }
