import pg from 'pg'

export type Size = { conferences: number; accounts: number }

const SESSIONS = 300
const ROOMS = 10
const SPEAKERS = 100
const PICKS = 30

/** Each tenth account is somebody in one of the conferences: `u.id`, `c.id`. */
const TAKING_PART = `
  (SELECT id, row_number() OVER (ORDER BY id) AS at FROM "User" ORDER BY id LIMIT :accounts / 10) u
  JOIN (SELECT id, "firstOn", row_number() OVER (ORDER BY id) AS at FROM "Conference") c
    ON c.at = u.at % :conferences + 1`

const statements = [
  `INSERT INTO "Conference" (id, slug, name, acronym, "timeZone", visibility, "firstOn", "lastOn", "sessionCount")
   SELECT gen_random_uuid(), 'conference-' || n, 'Conference ' || n, 'conf' || n, 'Europe/Paris', 'public',
     first, first + 2, ${SESSIONS}
   FROM generate_series(1, :conferences) n, LATERAL (SELECT date '2022-01-01' + n * 3000 / :conferences AS first) days`,
  `INSERT INTO "Room" (id, "conferenceId", slug, name, capacity, position)
   SELECT gen_random_uuid(), c.id, 'room-' || n, 'Room ' || n, (n + 1) * 50, n
   FROM "Conference" c, generate_series(0, ${ROOMS - 1}) n`,
  `INSERT INTO "Speaker" (id, "conferenceId", slug, name)
   SELECT gen_random_uuid(), c.id, 'speaker-' || n, 'Speaker ' || n
   FROM "Conference" c, generate_series(0, ${SPEAKERS - 1}) n`,
  `INSERT INTO "Session" (id, "conferenceId", number, title, "rawTitle", "dayOn", "startAt", "endAt", "updatedAt")
   SELECT gen_random_uuid(), c.id, n, 'Session ' || n, 'Session ' || n, day, day + time '09:00' + hour,
     day + time '10:00' + hour, now()
   FROM "Conference" c, generate_series(1, ${SESSIONS}) n,
     LATERAL (SELECT c."firstOn" + n % 3 AS day, n / 3 % 10 * interval '1 hour' AS hour) at`,
  `INSERT INTO "SessionRoom" ("sessionId", "roomId")
   SELECT s.id, r.id FROM "Session" s
   JOIN "Room" r ON r."conferenceId" = s."conferenceId" AND r.position = s.number / 30 % ${ROOMS}`,
  `INSERT INTO "SessionSpeaker" ("sessionId", "speakerId")
   SELECT s.id, p.id FROM "Session" s
   JOIN "Speaker" p ON p."conferenceId" = s."conferenceId" AND p.slug = 'speaker-' || s.number % ${SPEAKERS}`,
  `INSERT INTO "Change" (id, "conferenceId", "sessionId", field, "oldValue", "newValue", version, "createdAt")
   SELECT gen_random_uuid(), s."conferenceId", s.id, 'title', '"Before"', to_jsonb(s.title), 1, s."startAt"
   FROM "Session" s WHERE s.number % 10 = 0`,
  `INSERT INTO "User" (id, email) SELECT gen_random_uuid(), 'person-' || n || '@example.org'
   FROM generate_series(1, :accounts) n`,
  `INSERT INTO "SignIn" (id, "userId", device) SELECT gen_random_uuid(), id, 'Firefox' FROM "User"`,
  `INSERT INTO "Membership" ("conferenceId", "userId", role) SELECT c.id, u.id, 'owner' FROM ${TAKING_PART}`,
  `INSERT INTO "Pick" ("userId", "conferenceId", "sessionId", rank, revision)
   SELECT u.id, c.id, s.id, 'first', s.number
   FROM ${TAKING_PART} JOIN "Session" s ON s."conferenceId" = c.id AND s.number <= ${PICKS}`,
  `INSERT INTO "Note" (id, "userId", "conferenceId", "sessionId", text, revision, "notedAt")
   SELECT gen_random_uuid(), u.id, c.id, s.id, 'What was said', 100 + s.number, s."startAt"
   FROM ${TAKING_PART} JOIN "Session" s ON s."conferenceId" = c.id AND s.number <= ${PICKS / 3}`,
  `INSERT INTO "Reading" (id, "conferenceId", "roomId", "sessionId", kind, level, "readAt")
   SELECT gen_random_uuid(), s."conferenceId", r."roomId", s.id, 'level', 'full', s."startAt"
   FROM "Session" s JOIN "SessionRoom" r ON r."sessionId" = s.id WHERE s.number % 3 = 0`,
  `INSERT INTO "Alert" (id, "userId", "conferenceId", kind, "subjectId", version, "dueAt", "expiresAt", "doneAt")
   SELECT gen_random_uuid(), "userId", "conferenceId", 'nextSession', "sessionId", '1', now(), now(), now()
   FROM "Pick"`,
  `INSERT INTO "Mutation" ("userId", id, result) SELECT "userId", gen_random_uuid(), '{}' FROM "Pick"`,
  `VACUUM ANALYZE`,
]

/**
 * Fills an empty database as if all had been there for years: conferences of three days with 300 sessions each from
 * 2022 to 2030, and accounts, of which each tenth owns one and has 30 picks and ten notes in it. Statistics are fresh.
 */
export async function fill(url: string, { conferences, accounts }: Size): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  // Nobody listens, and no row refers to what is not there: triggers have nothing to do.
  await client.query('SET session_replication_role = replica')
  for (const statement of statements)
    await client.query(statement.replaceAll(':conferences', `${conferences}`).replaceAll(':accounts', `${accounts}`))
  await client.end()
}
