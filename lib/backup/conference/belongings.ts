/**
 * Which rows of each table are a conference's, by a condition in which `$conference` stands for its id.
 *
 * - `programme`: what its organizers made. It is all that a copy beside it holds, with who has a role in it.
 * - `roles`: who may do what there.
 * - `links`: what opens it to whoever has an address, or waits for somebody.
 * - `people`: what attendees wrote, picked and reported. It is theirs: what is here already stays as it is.
 */
export type Belonging = {
  kind: 'programme' | 'roles' | 'links' | 'people'
  rows: string
  /** The column and table of what it goes along with: where that was here already, it stays away. */
  with?: readonly [column: string, table: string]
}

const own = `"conferenceId" = $conference`
const within = (column: string, table: string, rows = own) => `"${column}" IN (SELECT id FROM "${table}" WHERE ${rows})`
const programme = (rows = own): Belonging => ({ kind: 'programme', rows })
const links = (rows = own): Belonging => ({ kind: 'links', rows })
const people = (rows = own): Belonging => ({ kind: 'people', rows })
const along = (column: string, table: string): Belonging => ({
  ...people(within(column, table)),
  with: [column, table],
})

const ofSources = within('sourceId', 'Source')
const ofSessions = within('sessionId', 'Session')
const overridden = [ofSessions, within('roomId', 'Room'), within('speakerId', 'Speaker')].join(' OR ')
const recaps = `SELECT * FROM "Recap" WHERE ${own}`

/** Pictures in its notes, and those of its recaps, whichever note they were taken for. */
const photos = `${within('noteId', 'Note')} OR EXISTS (
  SELECT FROM (${recaps}) AS r LEFT JOIN "Publication" p ON p."recapId" = r.id
  WHERE r."userId" = "Photo"."userId" AND ("Photo".id = r."coverId" OR strpos(r.text, "Photo".id::text) > 0
    OR strpos(p.content::text, "Photo".id::text) > 0))`

export const belongings: Readonly<Record<string, Belonging>> = {
  Conference: programme('id = $conference'),
  Source: programme(),
  WaitingImport: programme(ofSources),
  ImportRun: programme(ofSources),
  Floor: programme(),
  Room: programme(),
  RoomAlias: programme(),
  RoomSplit: programme(),
  Walk: programme(),
  Track: programme(),
  TrackAlias: programme(),
  ColocatedEvent: programme(),
  AddressAlias: programme(),
  Speaker: programme(),
  SpeakerAlias: programme(ofSources),
  DifferentParts: programme(),
  Merge: programme(),
  Session: programme(),
  SessionRoom: programme(ofSessions),
  SessionSpeaker: programme(ofSessions),
  SourceSession: programme(ofSources),
  Override: programme(overridden),
  Calendar: programme(),
  Departure: programme(),
  Change: programme(),
  Release: programme(),
  Draft: programme(),
  DraftMove: programme(),
  IgnoredWarning: programme(),
  // One that waits would publish by itself what somebody planned before.
  PlannedRelease: programme(`${own} AND "endedAt" IS NOT NULL`),
  Absence: programme(),
  Announcement: programme(),
  Membership: { kind: 'roles', rows: own },
  Invitation: links(),
  StewardLink: links(),
  SignLink: links(),
  AlertHold: links(),
  Reading: people(),
  Pick: people(),
  Block: people(),
  ChangeReceipt: people(),
  Attendance: people(),
  Group: people(),
  GroupMember: along('groupId', 'Group'),
  Note: people(),
  NoteShare: along('noteId', 'Note'),
  NoteRevision: along('noteId', 'Note'),
  Photo: people(photos),
  Series: people(`${own} OR id IN (SELECT "seriesId" FROM (${recaps}) AS r)`),
  Recap: people(),
  RecapRevision: along('recapId', 'Recap'),
  Publication: along('recapId', 'Recap'),
  FeedToken: people(),
  FeedEntry: along('feedId', 'FeedToken'),
  Alert: people(),
}

/** What stays away, and why. */
export const staysAway: Readonly<Record<string, string>> = {
  User: 'accounts are matched by their address; whoever has none here gets one',
  Account: 'how somebody signs in here is theirs to join again',
  SignIn: 'nobody is signed in by a restore',
  SignInCode: 'nobody is signed in by a restore',
  OperatorAct: 'what was done in another installation, or since, is no part of a conference',
  Mutation: 'answers to changes of whatever conference',
  SyncMark: 'devices are to compare what they hold with what is here now',
  Parcel: 'on its way between two devices, of whatever conference',
  AlertSetting: 'what a person wants to be told, of whatever conference',
  PushSubscription: 'a browser’s, of whatever conference',
  RateLimit: 'this installation’s',
  Setting: 'this installation’s',
}

/** The condition for one conference. @param id a UUID of the database's own */
export function rowsOf(table: string, id: string): string {
  return (belongings[table]?.rows ?? 'false').replaceAll('$conference', `'${id}'::uuid`)
}
