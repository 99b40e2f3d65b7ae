import type { Prisma } from '@/generated/prisma/client'
import { addressAfterRename } from '@/lib/program/part-addresses'
import {
  saidOfRoomSchema,
  saidOfSpeakerSchema,
  type OwnedKind,
  type PartValue,
  type PartValues,
} from '../../overrides/part-fields'
import type { ChangedProgram } from '../conference-version'
import { rememberNames, withFirst } from '../known-names'

type Tx = Prisma.TransactionClient

/** Some fields of a part that are to say something else. */
export type WrittenPart = {
  part: { id: string; name: string; slug: string; shown: PartValues }
  values: PartValues
}

const slugged = { slug: saidOfRoomSchema.shape.name }

/** Writes some fields of rooms, or of speakers, in a few statements: an address follows its part's name. */
export async function writeParts(
  tx: Tx,
  program: ChangedProgram,
  kind: OwnedKind,
  written: readonly WrittenPart[],
  now: Date,
): Promise<void> {
  const addresses = await addressesOf(tx, program, kind, written, now)
  const rows = written.map(({ part: { id, slug, shown }, values }) => ({
    ...{ id, slug: addresses.get(id) ?? slug },
    ...{ ...shown, ...values, name: nameAfter(shown.name, values) },
  }))
  if (kind === 'room') await writeRooms(tx, program.id, rows, written)
  else await writeSpeakers(tx, rows)
}

type Row = PartValues & { id: string; slug: string }

async function writeSpeakers(tx: Tx, rows: readonly Row[]): Promise<void> {
  const said = rows.map((row) => ({ id: row.id, ...saidOfSpeakerSchema.extend(slugged).parse(row) }))
  await tx.$executeRaw`
    UPDATE "Speaker" s SET "name" = r."name", "slug" = r."slug", "company" = r."company",
      "tagline" = r."tagline", "bio" = r."bio"
    FROM jsonb_populate_recordset(NULL::"Speaker", ${JSON.stringify(said)}::jsonb) AS r WHERE s."id" = r."id"`
}

async function writeRooms(
  tx: Tx,
  conferenceId: string,
  rows: readonly Row[],
  written: readonly WrittenPart[],
): Promise<void> {
  const said = rows.map((row) => ({ id: row.id, ...saidOfRoomSchema.extend(slugged).parse(row) }))
  await tx.$executeRaw`
    UPDATE "Room" s SET "name" = r."name", "slug" = r."slug", "floor" = r."floor",
      "capacity" = r."capacity", "capacityKind" = r."capacityKind"
    FROM jsonb_populate_recordset(NULL::"Room", ${JSON.stringify(said)}::jsonb) AS r WHERE s."id" = r."id"`
  const names = written.flatMap(({ part: { id, name }, values }) =>
    [name, nameAfter(name, values)].map((one) => ({ name: one, id })),
  )
  await rememberNames(tx, 'rooms', conferenceId, withFirst(names))
}

/** The addresses of those that get another name, by id. */
async function addressesOf(
  tx: Tx,
  { id: conferenceId }: ChangedProgram,
  kind: OwnedKind,
  written: readonly WrittenPart[],
  now: Date,
): Promise<Map<string, string>> {
  const renamed = written.filter(({ part: { name }, values }) => nameAfter(name, values) !== name)
  const addresses = new Map<string, string>()
  if (renamed.length === 0) return addresses
  const query = { where: { conferenceId }, select: { slug: true } }
  let all = kind === 'room' ? await tx.room.findMany(query) : await tx.speaker.findMany(query)
  for (const { part, values } of renamed) {
    const { id, slug, name } = part
    const newName = nameAfter(name, values)
    const next = await addressAfterRename(tx, { id, conferenceId, kind, slug, name, newName, all, now })
    addresses.set(id, next)
    all = all.map((one) => (one.slug === slug ? { slug: next } : one))
  }
  return addresses
}

function nameAfter(name: PartValue | undefined, values: PartValues): string {
  return typeof values.name === 'string' ? values.name : `${name ?? ''}`
}
