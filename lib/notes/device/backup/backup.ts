import type * as z from 'zod/mini'
import { shorten } from '@/lib/platform/clean-text'
import type { Problem } from '@/lib/platform/errors'
import {
  BACKUP_FORMAT,
  BACKUP_VERSION,
  backupConferenceSchema,
  backupHeadSchema,
  backupNoteSchema,
  backupPhotoSchema,
  type BackupConference,
  type BackupNote,
  type BackupPhoto,
} from './backup-schema'
import { joinLists, type BackupLists, type RowReader } from '@/lib/sync/client/backed-up'
import { backedUpKinds } from './backed-up'
import type { ExportedFile } from '../../export'
import { openZip, zipFiles, type ZipRefusal } from '../../zip'

/** Everything of a person's that is on one device. */
export type Backup = BackupLists & {
  /** Whose store it was; null: a guest's. */
  person: string | null
  /** Absent: none of them was known, or the backup is of a version before. */
  conferences?: BackupConference[]
  notes: BackupNote[]
  photos: (BackupPhoto & { picture?: Uint8Array<ArrayBuffer> })[]
}

export type BackupRefusal = ZipRefusal | 'notABackup' | 'newerVersion'

const DATA = 'hallway.json'
// Below what a restore unfolds, with room for the text.
const MOST_PICTURE_BYTES = 200_000_000
const extensions = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp' } as const

/**
 * A backup as a zip: hallway.json to restore from, the notes as Markdown and the photos to look at.
 * @param markdown the notes as people read them, from exportNotes
 * @returns also how many pictures did not fit, the oldest
 */
export function writeBackup(
  backup: Backup,
  markdown: readonly ExportedFile[],
  now: Date,
): { zip: Uint8Array<ArrayBuffer>; leftOut: number } {
  const kept = photosThatFit(backup.photos)
  const madeAt = now.toISOString()
  const photos = backup.photos.map(({ picture: _, ...photo }) => ({
    ...photo,
    ...(kept.has(photo.id) && { file: pathOf(photo) }),
  }))
  const data = { format: BACKUP_FORMAT, version: BACKUP_VERSION, madeAt, ...backup, photos }
  const zip = zipFiles([
    { path: DATA, content: JSON.stringify(data, null, 1), changedAt: madeAt },
    ...markdown.map(({ path, text, changedAt }) => ({ path: `notes/${path}`, content: text, changedAt })),
    ...backup.photos.flatMap((photo) =>
      photo.picture && kept.has(photo.id)
        ? [{ path: pathOf(photo), content: photo.picture, changedAt: photo.takenAt }]
        : [],
    ),
  ])
  return { zip, leftOut: backup.photos.filter(({ id, picture }) => picture && !kept.has(id)).length }
}

/** Reads a backup that anybody may have made, cut or edited: its good part, and what of it could not be read. */
export function readBackup(
  bytes: Uint8Array,
): { ok: true; backup: Backup; problems: Problem[] } | { ok: false; reason: BackupRefusal } {
  const opened = openZip(bytes)
  if (!opened.ok) return opened
  const data = readJson(opened.zip.read([DATA]).get(DATA) ?? null)
  const head = backupHeadSchema.safeParse(data)
  if (!head.success) return { ok: false, reason: 'notABackup' }
  if (head.data.version > BACKUP_VERSION) return { ok: false, reason: 'newerVersion' }
  const problems: Problem[] = []
  const rows = <Row>(name: string, schema: z.ZodMiniType<Row>) => readRows(data, name, schema, problems)
  const conferences = has(data, 'conferences') ? rows('conferences', backupConferenceSchema) : []
  const told = rows('photos', backupPhotoSchema)
  const pictures = new Map(opened.zip.read(told.flatMap(({ file }) => file ?? [])))
  const photos = told.map(({ file, ...photo }) => {
    const picture = file === undefined ? null : pictures.get(file)
    // A picture is one photo's: named by many, a small file would fill the device.
    if (file !== undefined) pictures.delete(file)
    if (file !== undefined && !picture) problems.push(problem(file, 'pictureBroken', photo.caption ?? ''))
    return { ...photo, ...(picture && { picture }) }
  })
  return {
    ok: true,
    backup: {
      person: head.data.person,
      ...(conferences.length > 0 && { conferences }),
      notes: rows('notes', backupNoteSchema),
      ...listsOf((name, row, isLater) => (isLater && !has(data, name) ? [] : rows(name, row))),
      photos,
    },
    problems,
  }
}

/** The list of each kind that is in a backup, read one after the other. */
function listsOf(rowsOf: RowReader): BackupLists {
  return joinLists(backedUpKinds.map(({ parse }) => parse(rowsOf)))
}

/** The newest, as many as may be in one zip. */
function photosThatFit(photos: Backup['photos']): ReadonlySet<string> {
  const kept = new Set<string>()
  let bytes = 0
  for (const { id, picture } of [...photos].sort((a, b) => (a.takenAt < b.takenAt ? 1 : -1))) {
    if (!picture || bytes + picture.byteLength > MOST_PICTURE_BYTES) continue
    bytes += picture.byteLength
    kept.add(id)
  }
  return kept
}

function pathOf({ id, mediaType }: BackupPhoto): string {
  return `photos/${id}.${extensions[mediaType]}`
}

function readJson(bytes: Uint8Array | null): unknown {
  try {
    return bytes ? JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) : null
  } catch {
    return null
  }
}

function has(data: unknown, name: string): boolean {
  return typeof data === 'object' && data !== null && Reflect.has(data, name)
}

function readRows<Row>(data: unknown, name: string, schema: z.ZodMiniType<Row>, problems: Problem[]): Row[] {
  const list: unknown = typeof data === 'object' && data !== null ? Reflect.get(data, name) : null
  if (!Array.isArray(list)) {
    problems.push(problem(name, 'listMissing', ''))
    return []
  }
  return list.flatMap((row: unknown, index) => {
    const parsed = schema.safeParse(row)
    if (parsed.success) return [parsed.data]
    problems.push(problem(`${name}[${index}]`, 'rowBroken', parsed.error.issues[0]?.path.join('.') ?? ''))
    return []
  })
}

function problem(path: string, code: string, detail: string): Problem {
  return { severity: 'error', path: shorten(path, 200), code, detail: shorten(detail, 200) }
}
