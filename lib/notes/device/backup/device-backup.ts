import type { Backup } from './backup'
import type { BackupConference } from './backup-schema'
import { fromBase64, toBase64 } from '@/lib/notes/base64'
import type { ExportedFile, ExportWords } from '@/lib/notes/export'
import type { RestoreCounts } from './restore'
import { joinLists, type BroughtChange } from '@/lib/sync/client/backed-up'
import type { Problem } from '@/lib/platform/errors'
import type { Engine } from '@/lib/sync/client/exchange/engine'
import { photosHere } from '../note-ways'
import type { PhotoKeeper } from '../photos/photo-keeper'
import { shownNotes } from '../shown-notes'
import { keepConference } from '@/lib/program/device/keep-conference'
import { knownViewer } from '@/lib/sync/client/viewer/known-viewer'
import { withEngine } from '@/lib/sync/client/store/local-state'
import type { PersonStore } from '@/lib/sync/client/kind'
import type { KeptAgenda } from '@/lib/program/device/kept'

const MOST_KEPT = 20

type Restored = { counts: RestoreCounts; problems: Problem[] }
/** What writes into the store of whoever is here. */
type StoreOwner = Pick<Engine, 'store' | 'record' | 'sync'> & { photos(): Promise<PhotoKeeper> }

/**
 * Reads what this device holds of the person who is signed in, or of the guest.
 * @param words in which the Markdown is written
 * @returns the backup, and the same notes as Markdown files
 */
export async function readDevice(words: ExportWords): Promise<{ backup: Backup; markdown: ExportedFile[] }> {
  return readWhole((await withEngine()).store(), words)
}

/** The same of a store that is at hand. */
export async function readWhole(
  store: PersonStore,
  words: ExportWords,
): Promise<{ backup: Backup; markdown: ExportedFile[] }> {
  const { markdownOf } = await import('@/lib/notes/backup-markdown')
  const [backup, kept] = [await readStore(store, store.person), await store.agendas.toArray()]
  return {
    backup,
    markdown: markdownOf(
      backup.notes,
      kept.map(({ agenda }) => agenda),
      words,
    ),
  }
}

/**
 * Brings what a backup has and this device has not, as if it had been made here; see planRestore. Cut short, it goes on
 * where it stopped.
 */
export async function restoreToDevice(backup: Backup): Promise<Restored> {
  const restored = await restoreInto({ ...(await withEngine()), photos: photosHere }, personHere(), backup)
  void keepEach(backup.conferences ?? [])
  return restored
}

/** What was brought here is shown under its conference's name. One after the other: a backup may name any number. */
async function keepEach(conferences: readonly BackupConference[]): Promise<void> {
  for (const { slug } of conferences.slice(0, MOST_KEPT)) await keepConference(slug)
}

/** The same into a store that is at hand. */
export async function restoreInto(engine: StoreOwner, person: string | null, backup: Backup): Promise<Restored> {
  const store = engine.store()
  const { planRestore } = await import('./restore')
  const here = await readStore(store, person)
  const { changes, photos, counts, problems } = planRestore(backup, {
    person,
    notes: new Map(
      here.notes.map(({ id, state, deletedAt }) => [
        id,
        { state: fromBase64(state), deleted: deletedAt !== undefined },
      ]),
    ),
    lists: here,
    // Deleted ones, too: those stay so.
    photos: new Set(await store.photos.toCollection().primaryKeys()),
  })
  if (person === null && backup.person !== null)
    await keepOrigin(store, backup.person, [
      ...changes.map(({ args }) => ('id' in args ? args.id : '')),
      ...photos.map(({ id }) => id),
    ])
  const step = stepsInto(engine, store)
  for (const change of changes) await step(() => apply(engine, change))
  const unread = await takePhotos(engine, photos, step)
  engine.sync()
  return { counts: { ...counts, photos: counts.photos - unread.length }, problems: [...problems, ...unread] }
}

/** Everything of a person's in their store, as the screens show it. */
export async function readStore(store: PersonStore, person: string | null): Promise<Backup> {
  // Fetched before the transaction begins, which waits for nothing else.
  const { backedUpKinds } = await import('./backed-up')
  const [notes, photos, entries, kept, lists] = await store.dexie.transaction('r', store.dexie.tables, async () => {
    const entries = await store.outbox.toArray()
    return Promise.all([
      store.notes.toArray(),
      store.photos.toArray(),
      entries,
      store.agendas.toArray(),
      Promise.all(backedUpKinds.map(({ read }) => read(store, entries))),
    ])
  })
  const states = new Map(notes.map(({ id, state }) => [id, state]))
  const rows = {
    notes: shownNotes(notes, entries).map((note) => ({
      ...note,
      state: toBase64(states.get(note.id) ?? new Uint8Array()),
    })),
    ...joinLists(lists),
    photos: await Promise.all(
      photos
        .filter(({ mine, deletedAt }) => mine && !deletedAt)
        .map(async ({ id, noteId, conferenceId, mediaType, width, height, bytes, takenAt, caption, blob }) => ({
          id,
          noteId,
          conferenceId,
          mediaType,
          width,
          height,
          bytes,
          takenAt,
          ...(caption && { caption }),
          ...(blob && { picture: new Uint8Array(await blob.arrayBuffer()) }),
        })),
    ),
  }
  const conferences = conferencesOf(rows, kept)
  return { person, ...(conferences.length > 0 && { conferences }), ...rows }
}

/** Of what is kept, the conferences to which any of these rows belongs. */
function conferencesOf(
  rows: Record<string, readonly { conferenceId: string }[]>,
  kept: readonly KeptAgenda[],
): BackupConference[] {
  const used = new Set(Object.values(rows).flatMap((list) => list.map(({ conferenceId }) => conferenceId)))
  return kept.flatMap(({ agenda: { conference } }) =>
    used.has(conference.id) ? [{ id: conference.id, slug: conference.slug, name: conference.name }] : [],
  )
}

/**
 * An account's things stay its own in a guest's hands: should another account sign in here, they get ids of their own
 * there (mergeGuest).
 */
async function keepOrigin(store: PersonStore, person: string, ids: readonly string[]): Promise<void> {
  await store.dexie.transaction('rw', store.origins, async () => {
    const known = await store.origins.get('origins')
    await store.origins.put({
      key: 'origins',
      of: { ...known?.of, ...Object.fromEntries(ids.filter(Boolean).map((id) => [id, person])) },
    })
  })
}

/**
 * Lets steps be taken as long as the store is that of whoever is here: somebody else may sign in meanwhile, in another
 * tab, and nothing of it is theirs.
 */
function stepsInto(engine: StoreOwner, store: PersonStore): <Done>(step: () => Promise<Done>) => Promise<Done> {
  return (step) => (engine.store() === store ? step() : Promise.reject(new Error('Somebody else is here now.')))
}

async function apply(engine: StoreOwner, { conferenceId, ...change }: BroughtChange): Promise<void> {
  if (change.name !== 'editNote') return engine.record(conferenceId, change)
  const { update, ...facts } = change.args
  const store = engine.store()
  const { writeNote } = await import('../note-store')
  await writeNote(store, facts, fromBase64(update), new Date())
}

/**
 * One after the other: unfolded, each takes as much memory as a phone has to give.
 * @returns those that could not be read
 */
async function takePhotos(
  engine: StoreOwner,
  photos: Backup['photos'],
  step: ReturnType<typeof stepsInto>,
): Promise<Problem[]> {
  const problems: Problem[] = []
  for (const { picture, mediaType, bytes: _bytes, ...photo } of photos) {
    if (!picture) continue
    const isTaken = await (
      await step(() => engine.photos())
    ).takeIn({ ...photo, mediaType, blob: new Blob([picture], { type: mediaType }) })
    if (!isTaken)
      problems.push({
        severity: 'error',
        path: `photos/${photo.id}`,
        code: 'pictureBroken',
        detail: photo.caption ?? '',
      })
  }
  return problems
}

function personHere(): string | null {
  return knownViewer()?.id ?? null
}
