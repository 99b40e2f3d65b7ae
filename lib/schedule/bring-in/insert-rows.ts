import { Prisma } from '@/generated/prisma/client'

/** What an import writes much of, each with what a row of it says: with its id, and without what the database fills. */
type Rows = {
  Room: Prisma.RoomCreateManyInput
  Track: Prisma.TrackCreateManyInput
  ColocatedEvent: Prisma.ColocatedEventCreateManyInput
  Session: Prisma.SessionCreateManyInput
  Speaker: Prisma.SpeakerCreateManyInput
  SpeakerAlias: Prisma.SpeakerAliasCreateManyInput
  SessionRoom: Prisma.SessionRoomCreateManyInput
  SessionSpeaker: Prisma.SessionSpeakerCreateManyInput
  Change: Prisma.ChangeCreateManyInput & { id: string }
}

/** So many rows are one value: of ten thousand descriptions one text would be a hundred megabytes, twice over. */
const ROWS_AT_ONCE = 1_000

/**
 * Writes rows in as few statements as there are thousands of them, each as one value. Prisma's createMany compiles a
 * statement anew from each row's values, which took half of the time of bringing in a thousand sessions.
 * @param rows each says the same columns; what is undefined or null stays empty
 */
export async function insertRows<Table extends keyof Rows>(
  tx: Prisma.TransactionClient,
  table: Table,
  rows: readonly Rows[Table][],
): Promise<void> {
  if (rows.length === 0) return
  const said = new Set(rows.flatMap((row) => Object.keys(row)))
  const columns = Prisma.join([...said].map((column) => Prisma.raw(`"${column}"`)))
  const into = Prisma.raw(`"${table}"`)
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE)
    await tx.$executeRaw`
      INSERT INTO ${into} (${columns})
      SELECT ${columns}
      FROM jsonb_populate_recordset(NULL::${into}, ${JSON.stringify(rows.slice(from, from + ROWS_AT_ONCE))}::jsonb)`
}
