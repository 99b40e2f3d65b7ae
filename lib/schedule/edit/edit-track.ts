import type { Prisma, PrismaClient } from '@/generated/prisma/client'
import type { Granted } from '@/lib/people/granted'
import { AppError } from '@/lib/platform/errors'
import { addressAfterRename } from '@/lib/program/part-addresses'
import { insertRows } from '../bring-in/insert-rows'
import { rememberNames, withFirst } from './known-names'
import type { TrackEdit } from './schema'
import { currentTrack } from './seen/current-edits'
import { mergeEdit } from './seen/merge-edit'
import { changeProgram, type ChangedProgram } from './conference-version'
import { placeNewParts } from './parts/new-parts'

type Tx = Prisma.TransactionClient

/**
 * Adds a track; its name becomes the first spelling by which imports know it.
 * @throws {AppError} CONFLICT when a track is known by that name
 */
export async function addTrack(
  db: PrismaClient,
  granted: Granted<'editSchedule'>,
  edit: TrackEdit,
  now: Date,
): Promise<void> {
  await changeProgram<void>(db, granted, now, async (tx, program) => {
    const [id] = await insertTracks(tx, program, [edit])
    if (!id) throw new AppError('CONFLICT', 'track')
  })
}

/**
 * Adds tracks within a change of the programme, however many there are in a few statements.
 * @returns the id of each; null where a track is known by that name, and none was added
 */
export async function insertTracks(
  tx: Tx,
  { id: conferenceId }: ChangedProgram,
  edits: readonly TrackEdit[],
): Promise<(string | null)[]> {
  const names = edits.map(({ name }) => name)
  const places = await placeNewParts(tx, conferenceId, 'track', names)
  const rows = edits.flatMap((edit, nth) => {
    const place = places[nth]
    return place ? [{ conferenceId, ...place, ...edit }] : []
  })
  await insertRows(tx, 'Track', rows)
  await rememberNames(tx, 'track', conferenceId, rows)
  return places.map((place) => place?.id ?? null)
}

/**
 * Gives a track another name or colour. Sources keep knowing it by the names they use.
 * @param seen what the form showed: of what was not changed in it, what others wrote since stays
 * @throws {AppError} CHANGED_MEANWHILE when somebody else changed the same field meanwhile
 */
export async function editTrack(
  db: PrismaClient,
  granted: Granted<'editSchedule'>,
  trackId: string,
  asked: TrackEdit,
  now: Date,
  seen: TrackEdit | null = null,
): Promise<void> {
  await changeProgram<void>(db, granted, now, async (tx, program) => {
    const edit = seen ? mergeEdit(seen, asked, await currentTrack(tx, program.id, trackId)) : asked
    await correctTracks(tx, program, [{ id: trackId, edit }], now)
  })
}

/**
 * Corrects tracks within a change of the programme, however many there are in a few statements.
 * @throws {AppError} NOT_FOUND when one of them is not there
 */
export async function correctTracks(
  tx: Tx,
  { id: conferenceId }: ChangedProgram,
  asked: readonly { id: string; edit: TrackEdit }[],
  now: Date,
): Promise<void> {
  if (asked.length === 0) return
  let all = await tx.track.findMany({ where: { conferenceId }, select: { id: true, name: true, slug: true } })
  const rows: { id: string; slug: string; name: string; color: number }[] = []
  for (const { id, edit } of asked) {
    const track = all.find((one) => one.id === id)
    if (!track) throw new AppError('NOT_FOUND', 'track')
    const renamed = { ...track, conferenceId, kind: 'track' as const, newName: edit.name, all, now }
    const slug = await addressAfterRename(tx, renamed)
    all = all.map((one) => (one.id === id ? { ...one, slug } : one))
    rows.push({ id, slug, ...edit })
  }
  await tx.$executeRaw`
    UPDATE "Track" t SET "name" = r."name", "color" = r."color", "slug" = r."slug"
    FROM jsonb_populate_recordset(NULL::"Track", ${JSON.stringify(rows)}::jsonb) AS r WHERE t."id" = r."id"`
  const called = new Map(all.map(({ id, name }) => [id, name]))
  const names = rows.flatMap(({ id, name }) => [called.get(id) ?? name, name].map((one) => ({ name: one, id })))
  await rememberNames(tx, 'track', conferenceId, withFirst(names))
}
