import { readFile } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import type { PrismaClient } from '@/generated/prisma/client'
import { wayBack, type OwnersLeft } from '@/lib/backup/conference/way-back'
import { makeOwner } from '@/lib/people/server/make-owner'
import { AppError } from '@/lib/platform/errors'
import { applyBringIn, previewBringIn } from '@/lib/schedule/bring-in/bring-in'
import { nothingRead, type BringInRequest } from '@/lib/schedule/bring-in/read-material'
import { lockConference, raiseVersion } from '@/lib/schedule/edit/conference-version'
import { fetchSource, type ImportMaterial } from '@/lib/schedule/bring-in/fetching/fetch-source'
import { misunderstood } from '../words/parse-words'
import { readOptions, usage, type ImportOptions } from './import-options'
import { exitCodeOf, jsonOf, textOf, type ImportReason, type ImportReport } from './import-report'

/** Where and when the command runs: which database, from which folder files are named, where it speaks. */
export type ImportPlace = {
  db: PrismaClient
  folder: string
  now: Date
  say: (text: string) => void
  complain: (text: string) => void
}

/** `npm run import`, once the database is up and migrated. Whoever runs it may do everything. @returns its exit code */
export async function runImport(words: string[], place: ImportPlace): Promise<number> {
  const options = readOptions(words)
  if ('wrong' in options) {
    place.complain(misunderstood(options.wrong, usage))
    return 1
  }
  try {
    return await importInto(place, options)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    place.complain(error.message)
    return 1
  }
}

async function importInto({ db, folder, now, say }: ImportPlace, options: ImportOptions): Promise<number> {
  const material = await gather(options, folder)
  const known = await db.conference.findUnique({
    where: { slug: options.conference },
    select: {
      id: true,
      timeZone: true,
      deletedAt: true,
      takenDownAt: true,
      memberships: { where: { role: 'owner' }, select: { user: { select: { blockedAt: true } } } },
      sources: { select: { name: true }, orderBy: { name: 'asc' } },
    },
  })
  if (known?.deletedAt)
    throw new AppError(
      'CONFLICT',
      known.takenDownAt
        ? `${options.conference} was taken down: the operator puts it back under This installation.`
        : `${options.conference} was deleted, and its address stays taken: ` +
            wayBack(options.conference, ownersLeft(known.memberships)),
    )
  const { report, applied } =
    'reason' in material
      ? { report: unread(material), applied: false }
      : await bringIn(db, options, material, known, now)
  if (applied) await settle(db, options, now)
  const sources = known?.sources.map(({ name }) => name) ?? []
  say(
    options.json
      ? JSON.stringify(jsonOf(options.conference, report, applied))
      : textOf(options.conference, report, { applied, sources }),
  )
  if (applied && !options.json && (await isHidden(db, options.conference)))
    say('Nobody can see it yet: it is private and has no owner. Say --owner EMAIL, or --visibility public.')
  return exitCodeOf(report.reason)
}

function ownersLeft(owners: readonly { user: { blockedAt: Date | null } }[]): OwnersLeft {
  return { owners: owners.length, unblocked: owners.filter(({ user }) => !user.blockedAt).length }
}

async function bringIn(
  db: PrismaClient,
  options: ImportOptions,
  material: ImportMaterial,
  conference: BringInRequest['conference'],
  now: Date,
): Promise<{ report: ImportReport; applied: boolean }> {
  const request: BringInRequest = {
    ...material,
    conference,
    sourceName: options.source ?? null,
    format: options.format,
    timeZone: options.timezone ?? null,
    answers: options.answer,
    accept: options.accept,
  }
  if (options['dry-run']) return { report: await previewBringIn(db, request), applied: false }
  const make = { slug: options.conference, name: options.name ?? null, visibility: options.visibility, ownerId: null }
  const report = await applyBringIn(db, request, { make, userId: null }, now)
  return { report, applied: report.conference !== null }
}

type Unreadable = { reason: ImportReason; path: string; detail: string }

/** Everything that was named; one of them missing, and nothing is imported: its sessions would pass for cancelled. */
async function gather({ places }: ImportOptions, folder: string): Promise<ImportMaterial | Unreadable> {
  const parts: ImportMaterial[] = []
  for (const place of places) {
    const part = await (/^(https?|webcals?):\/\//i.test(place)
      ? openAddress(place)
      : openFile(resolve(folder, place), place))
    if ('reason' in part) return part
    parts.push(part)
  }
  const [only] = parts.length === 1 ? parts : []
  return {
    files: parts.flatMap(({ files }) => files),
    problems: parts.flatMap(({ problems }) => problems),
    address: only?.address ?? null,
    siteKey: only?.siteKey ?? null,
    fetched: only?.fetched,
  }
}

async function openAddress(address: string): Promise<ImportMaterial | Unreadable> {
  const fetched = await fetchSource(address, { allowPrivate: true })
  return fetched.ok ? fetched : { reason: fetched.reason, path: address, detail: fetched.detail }
}

async function openFile(path: string, named: string): Promise<ImportMaterial | Unreadable> {
  try {
    return {
      files: [{ name: basename(path), bytes: await readFile(path) }],
      address: null,
      siteKey: null,
      problems: [],
    }
  } catch (error) {
    return {
      reason: 'file-unreadable',
      path: named,
      detail: error instanceof Error && 'code' in error ? String(error.code) : '',
    }
  }
}

function unread({ reason, path, detail }: Unreadable): ImportReport {
  const problem = { severity: 'error' as const, path: path.slice(0, 200), code: reason, detail: detail.slice(0, 200) }
  return { ...nothingRead([problem]), reason }
}

/** What was said beside the schedule: who owns the conference, and who may see it. */
async function settle(
  db: PrismaClient,
  { conference: slug, owner, visibility }: ImportOptions,
  now: Date,
): Promise<void> {
  await db.$transaction(async (tx) => {
    const conference = await tx.conference.findUniqueOrThrow({
      where: { slug },
      select: { id: true, visibility: true },
    })
    if (owner) await makeOwner(tx, conference.id, owner, now)
    if (visibility === undefined || visibility === conference.visibility) return
    const locked = await lockConference(tx, conference.id)
    await tx.conference.update({ where: { id: conference.id }, data: { visibility } })
    await raiseVersion(tx, locked, now)
  })
}

async function isHidden(db: PrismaClient, slug: string): Promise<boolean> {
  return (await db.conference.count({ where: { slug, visibility: 'private', memberships: { none: {} } } })) > 0
}
