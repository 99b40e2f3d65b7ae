import type { Prisma } from '@/generated/prisma/client'

/*
 * What a person takes along of each table that hangs on them, and what not, and why. A test holds both to the database: a table or a column
 * that is in neither fails it.
 */

const conference = { select: { slug: true, name: true, timeZone: true } } as const
const session = { select: { number: true, title: true, dayOn: true, startAt: true } } as const
const room = { select: { name: true } } as const

export const exported = {
  User: { email: true, name: true, handle: true, language: true, createdAt: true } satisfies Prisma.UserSelect,
  Account: { provider: true, providerAccountId: true, createdAt: true } satisfies Prisma.AccountSelect,
  SignIn: { device: true, createdAt: true, lastSeenAt: true, endedAt: true } satisfies Prisma.SignInSelect,
  Membership: { role: true, createdAt: true, conference } satisfies Prisma.MembershipSelect,
  Invitation: { email: true, role: true, createdAt: true, conference } satisfies Prisma.InvitationSelect,
  GroupMember: { joinedAt: true, group: { select: { name: true, createdAt: true, conference } } } satisfies Prisma.GroupMemberSelect,
  Pick: { rank: true, droppedAt: true, createdAt: true, updatedAt: true, conference, session } satisfies Prisma.PickSelect,
  Block: { title: true, startAt: true, endAt: true, daily: true, droppedAt: true, updatedAt: true, conference } satisfies Prisma.BlockSelect,
  Attendance: { status: true, watchReplay: true, findSlides: true, reason: true, updatedAt: true, conference, session } satisfies Prisma.AttendanceSelect,
  Note: {
    id: true, text: true, place: true, notedAt: true, createdAt: true, updatedAt: true, deletedAt: true, conference, session, group: { select: { name: true } },
    revisions: { select: { text: true, createdAt: true }, orderBy: { createdAt: 'asc' } },
  } satisfies Prisma.NoteSelect,
  NoteRevision: { text: true, createdAt: true } satisfies Prisma.NoteRevisionSelect,
  Photo: { id: true, noteId: true, caption: true, mediaType: true, width: true, height: true, bytes: true, takenAt: true, createdAt: true, deletedAt: true } satisfies Prisma.PhotoSelect,
  Series: { slug: true, title: true, summary: true, createdAt: true, updatedAt: true, conference } satisfies Prisma.SeriesSelect,
  Recap: {
    id: true, title: true, summary: true, label: true, position: true, language: true, tags: true, coverId: true, canonicalUrl: true, text: true, createdAt: true, updatedAt: true, deletedAt: true, conference,
    series: { select: { slug: true } },
    publications: { select: { slug: true, content: true, publishAt: true, withdrawnAt: true, createdAt: true }, orderBy: { publishAt: 'asc' } },
    revisions: { select: { title: true, summary: true, text: true, createdAt: true }, orderBy: { createdAt: 'asc' } },
  } satisfies Prisma.RecapSelect,
  Publication: { slug: true, content: true, publishAt: true, withdrawnAt: true, createdAt: true } satisfies Prisma.PublicationSelect,
  RecapRevision: { title: true, summary: true, text: true, createdAt: true } satisfies Prisma.RecapRevisionSelect,
  FeedToken: { name: true, createdAt: true, lastReadAt: true, lastReadBy: true, revokedAt: true, conference } satisfies Prisma.FeedTokenSelect,
  AlertSetting: { off: true, quietFrom: true, quietTo: true, timeZone: true, digest: true } satisfies Prisma.AlertSettingSelect,
  Alert: { kind: true, version: true, dueAt: true, createdAt: true, doneAt: true, outcome: true, conference } satisfies Prisma.AlertSelect,
  PushSubscription: { createdAt: true } satisfies Prisma.PushSubscriptionSelect,
  ChangeReceipt: { version: true, updatedAt: true, conference } satisfies Prisma.ChangeReceiptSelect,
  Reading: { kind: true, level: true, delta: true, minutes: true, readAt: true, createdAt: true, mutedAt: true, room, conference, session } satisfies Prisma.ReadingSelect,
  Announcement: { body: true, language: true, createdAt: true, withdrawnAt: true, room, session, conference } satisfies Prisma.AnnouncementSelect,
  StewardLink: { name: true, createdAt: true, revokedAt: true, room, conference } satisfies Prisma.StewardLinkSelect,
  ImportRun: { outcome: true, bytes: true, createdAt: true, source: { select: { name: true, conference } } } satisfies Prisma.ImportRunSelect,
  Override: { field: true, value: true, createdAt: true, session: { select: { ...session.select, conference } } } satisfies Prisma.OverrideSelect,
  Release: { number: true, note: true, createdAt: true, conference } satisfies Prisma.ReleaseSelect,
}

/** By table, by column, or by a column of whichever table. */
export const leftOut: Readonly<Record<string, string>> = {
  Mutation: 'answers to changes, so that one that arrives twice happens once; what they did is in the tables that they changed',
  SyncMark: 'by what a device knows its server again: bookkeeping of the sync, and no word of a person',
  NoteShare: 'how far a person’s devices have heard of a group’s notes; the notes themselves are exported',
  Change: 'what became of sessions, of which an import makes thousands; what a person decided stands in overrides',
  '*.id': 'says nothing to people; kept where another part of the export refers to it',
  '*.userId': 'oneself',
  '*.invitedById': 'oneself',
  '*.createdById': 'oneself',
  '*.conferenceId': 'said by the conference’s name, zone and address',
  '*.sessionId': 'said by the session’s title and time',
  '*.roomId': 'said by the room’s name',
  '*.groupId': 'said by the group’s name',
  '*.seriesId': 'said by the series’ address',
  '*.sourceId': 'said by the source’s name',
  '*.noteId': 'the note that it is a version of',
  '*.recapId': 'the recap that it is a version of',
  '*.signInId': 'on which device alerts are shown',
  '*.revision': 'bookkeeping of the sync',
  '*.sequence': 'bookkeeping of calendars',
  '*.knownVersion': 'which changes of a programme are news',
  '*.tokenHash': 'a secret’s hash',
  '*.state': 'the text as devices merge it; what it reads as is exported',
  'SignIn.deviceHash': 'a secret’s hash',
  'User.validFrom': 'which sign-ins count',
  'Recap.draftHash': 'a secret’s hash',
  'PushSubscription.endpoint': 'whoever has it can send to that browser',
  'PushSubscription.keys': 'the browser’s secret',
  'Photo.saidAt': 'bookkeeping of the sync',
  'Alert.subjectId': 'an id of a session or announcement',
  'Alert.expiresAt': 'bookkeeping of sending',
  'Alert.tries': 'bookkeeping of sending',
  'Reading.origin': 'from which network it came, hashed: whose voices count as one',
  'Reading.deviceId': 'an id that a device gave itself',
  'Reading.stewardLinkId': 'by which link it came',
  'ImportRun.counts': 'the programme’s, not a person’s',
  'ImportRun.problems': 'the programme’s, not a person’s',
  'Release.snapshot': 'the programme’s, not a person’s',
}
