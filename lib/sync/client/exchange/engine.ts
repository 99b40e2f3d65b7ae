import { liveQuery } from 'dexie'
import type { DropPick, SetPick } from '@/lib/planning/schema'
import type { Stepper } from './keep-in-step'
import { keepTrying } from './keep-trying'
import { nothingKnown, type LocalState } from './known-state'
import { knownViewer, onViewerChange, whyNobody } from '../viewer/known-viewer'
import { keepLeaving } from './leaving'
import type { NewNote } from '../notes/note-facts'
import type { NoteTextHere, ShownText } from '../notes/note-text'
import { openNews } from '../programme/news'
import { isWaiting } from '../store/outbox'
import type { PhotoKeeper, PhotoStore } from '../photos/photo-keeper'
import { recordInto, type Change } from '../store/recorder'
import { keepEqual, shownAttendances, shownBlocks, shownKnown, shownNotes, shownPicks, shownSeen } from '../store/shown'
import { holdAll } from './hold-all'
import { checkBegun } from '../store/check-begun'
import { storageStateOf, type StorageState } from '../store/storage-state'
import { storeLeft } from '../store/store-left'
import { openStore, type KeptAgenda, type PersonStore } from '../store/store'
import { findStorePlace } from '../store/store-place'

export type Engine = {
  /** Resolves once the change is on this device. */
  record(conferenceId: string, change: Change): Promise<void>
  setPick(conferenceId: string, pick: SetPick): Promise<void>
  dropPick(conferenceId: string, pick: DropPick): Promise<void>
  keptAgenda(slug: string): Promise<KeptAgenda | undefined>
  keptAgendas(): Promise<KeptAgenda[]>
  /** @throws what the browser throws when it has no room left */
  createNote(note: NewNote): Promise<string>
  /** @param begun the text that the note was made with, where the screen shows it already */
  openNote(id: string, tell: (shown: ShownText) => void, begun?: string): Promise<NoteTextHere>
  /** Fetches what writing needs, before the network is gone. */
  prepareWriting(): void
  photos(): Promise<PhotoKeeper>
  /**
   * Has the screens told of notes, too: reading all of them takes a moment that lists of sessions need not wait for.
   */
  watchNotes(): void
  /** Has the screens told what changed in this conference for whoever is here. */
  watchChanges(slug: string): void
  /** The store of whoever is here. */
  store(): PersonStore
  /**
   * Brings what waits to the server and what is new from there; to be called after something was written into the store
   * by other ways.
   */
  sync(): void
}

/** What is told to the screens. */
type Told = Partial<LocalState>

/**
 * Opens the store of whoever is signed in, or the guest's, and again whenever that changes. Tells what is in it, and
 * how it stands with the server.
 */
export async function startEngine(tell: (told: Told) => void): Promise<Engine> {
  keepLeaving()
  const first = openStore(personHere())
  const device = await findStorePlace(() => first.dexie.open())
  let open = openFor(personHere(), device, tell, device === 'ok' ? first : undefined)
  askWhoIsHere(device, tell)
  let isWatchingNotes = false
  const watchedChanges = new Set<string>()
  function change(): void {
    if (open.person === personHere()) return
    void open.close()
    tell(nothingKnown)
    open = openFor(personHere(), device, tell)
    if (isWatchingNotes) open.watchNotes()
    for (const slug of watchedChanges) open.watchChanges(slug)
  }
  onViewerChange(() => {
    // What a guest has begun is written to its end where it is, and handed over whole: with the store changed in the
    // middle of a word, the next letter would begin another note.
    if (open.person === null && personHere() !== null) void open.written().then(change)
    else change()
  })
  return {
    record: (conferenceId, change) => open.record(conferenceId, change),
    setPick: (conferenceId, args) => open.record(conferenceId, { name: 'setPick', args }),
    dropPick: (conferenceId, args) => open.record(conferenceId, { name: 'dropPick', args }),
    keptAgenda: (slug) => open.store.agendas.get(slug),
    keptAgendas: () => open.store.agendas.toArray(),
    createNote: (note) => open.createNote(note),
    openNote: (id, told, begun) => open.openNote(id, told, begun),
    prepareWriting: () => open.prepareWriting(),
    photos: () => open.photos(),
    watchNotes() {
      if (!isWatchingNotes) open.watchNotes()
      isWatchingNotes = true
    },
    watchChanges(slug) {
      if (!watchedChanges.has(slug)) open.watchChanges(slug)
      watchedChanges.add(slug)
    },
    store: () => open.store,
    sync: () => open.changed(),
  }
}

function personHere(): string | null {
  return knownViewer()?.id ?? null
}

/**
 * Where nobody is known to this device and nobody said that they left, the server may know somebody: a browser that
 * clears a site's data can keep its cookie.
 */
function askWhoIsHere(device: StorageState, tell: (told: Told) => void): void {
  const why = whyNobody()
  if (personHere() !== null || why === 'guest') return
  // Of its own part: on most pages of most devices nobody is asked.
  void keepTrying(() => import('../viewer/find-viewer')).then(({ keepAsking }) =>
    keepAsking({
      failed: () => tell({ online: false }),
      guest: () => tell({ online: true, fetched: true }),
      found: (kept) => kept && why === 'unasked' && device === 'ok' && tell({ storage: 'gone' }),
    }),
  )
}

/** @param device where stores are: other than `ok`, in this page's memory */
function openFor(
  person: string | null,
  device: StorageState,
  tell: (told: Told) => void,
  store: PersonStore = openStore(person),
) {
  const photoStore: PhotoStore = { dexie: store.dexie, photos: store.photos, outbox: store.dexie.table('outbox') }
  let stepper: Stepper | null = null
  let closed = false
  const texts = new Set<NoteTextHere>()
  const writings = holdAll()
  const changed = () => stepper?.sync()
  const storageTold = (storage: StorageState) => {
    if (closed) return
    tell({ storage: storage === 'ok' ? device : storage })
    if (storage !== 'ok') watching.again()
  }
  const recorder = recordInto(store, storageTold, changed)
  const watching = watchStore(store, person, device, () => recorder.unstored(), tell)
  tell({ storage: device })
  let keeper: Promise<PhotoKeeper> | null = null
  const writing = () => keepTrying(() => import('../notes/note-writing'))
  const photos = () =>
    (keeper ??= keepTrying(() => import('../photos/photo-keeper')).then(({ openPhotos }) =>
      openPhotos(photoStore, changed),
    ))
  if (device === 'ok') void checkBegun(store, storageTold)
  void storeLeft(store, new Date()).then(
    (isAny) => isAny && changed(),
    (error: unknown) => storageTold(storageStateOf(error)),
  )
  if (person)
    void keepTrying(() => import('./person-sync')).then(
      ({ syncPerson }) =>
        (stepper = closed ? null : syncPerson(store, photoStore, person, { status: tell, storage: storageTold })),
    )

  function createNote(note: NewNote): Promise<string> {
    const making = makeNote(note)
    // Whoever waits for it opens its text next.
    writings.hold(making.finally(() => new Promise((done) => setTimeout(done))))
    return making
  }

  async function makeNote(note: NewNote): Promise<string> {
    const { createNoteIn } = await writing()
    try {
      const id = await createNoteIn(store, note, new Date())
      changed()
      return id
    } catch (error) {
      storageTold(storageStateOf(error))
      throw error
    }
  }

  function openNote(id: string, text: (shown: ShownText) => void, begun?: string): Promise<NoteTextHere> {
    const opening = openText(id, text, begun)
    writings.hold(opening.then(({ closed }) => closed))
    return opening
  }

  async function openText(id: string, text: (shown: ShownText) => void, begun?: string): Promise<NoteTextHere> {
    const { openNoteText } = await writing()
    const note = openNoteText(store, id, { text, storage: storageTold, changed }, begun)
    texts.add(note)
    void note.closed.then(() => texts.delete(note))
    return note
  }

  /** What was typed in the last moment is stored first, and an open text keeps its store: it goes with its screen. */
  async function close(): Promise<void> {
    closed = true
    stepper?.stop()
    recorder.stop()
    watching.stop()
    await Promise.all([...texts].map((note) => note.flush()))
    await Promise.all([...texts].map((note) => note.closed))
    store.dexie.close()
  }

  return {
    person,
    store,
    prepareWriting: () => void writing(),
    photos,
    record: recorder.record,
    createNote,
    openNote,
    written: writings.over,
    watchNotes: watching.watchNotes,
    watchChanges: watching.watchChanges,
    changed,
    close,
  }
}

function watchStore(
  store: PersonStore,
  person: string | null,
  device: StorageState,
  unstored: () => ReturnType<ReturnType<typeof recordInto>['unstored']>,
  tell: (told: Told) => void,
) {
  let shown: Pick<LocalState, 'picks' | 'blocks' | 'attendances' | 'known' | 'seen'> = {
    picks: new Map(),
    blocks: new Map(),
    attendances: new Map(),
    known: new Map(),
    seen: new Map(),
  }
  const news = openNews(store, tell)
  const subscriptions: { unsubscribe(): void }[] = []

  function watchPlan() {
    const tables = [store.picks, store.blocks, store.attendances, store.seen, store.outbox, store.progress]
    const read = () =>
      store.dexie.transaction('r', tables, () =>
        Promise.all([
          store.picks.toArray(),
          store.blocks.toArray(),
          store.attendances.toArray(),
          store.seen.toArray(),
          store.outbox.toArray(),
          store.progress.get('progress'),
        ]),
      )
    return liveQuery(read).subscribe({
      next: ([picks, blocks, attendances, seen, stored, progress]) => {
        const inMemory = unstored()
        const entries = [...stored, ...inMemory]
        shown = {
          picks: keepEqual(shown.picks, shownPicks(picks, entries)),
          blocks: keepEqual(shown.blocks, shownBlocks(blocks, entries)),
          attendances: keepEqual(shown.attendances, shownAttendances(attendances, entries)),
          known: keepEqual(shown.known, shownKnown(picks, entries)),
          seen: shownSeen(seen, entries),
        }
        const waiting = entries.filter(isWaiting).length
        const fetched =
          person === null
            ? whyNobody() === 'guest'
            : progress !== undefined && (progress.pulled === true || progress.cursor > 0)
        tell({
          ...shown,
          ready: true,
          fetched,
          waiting,
          unkept: device === 'ok' ? inMemory.length : waiting,
          refused: entries.filter(({ refused }) => refused),
        })
        news.planRead(shown)
      },
      // No store to be had (a private window, a full disk): nothing is kept, and the schedule can be read all the same.
      error: (error) => tell({ ready: true, storage: storageStateOf(error) }),
    })
  }

  function watchNotes(): void {
    const read = () =>
      store.dexie.transaction('r', store.notes, store.outbox, () =>
        Promise.all([store.notes.toArray(), store.outbox.toArray()]),
      )
    subscriptions.push(
      liveQuery(read).subscribe({
        next: ([rows, entries]) => tell({ notes: shownNotes(rows, entries), notesReady: true }),
        error: () => tell({ notesReady: true }),
      }),
    )
  }

  /** What is in memory only has to be shown, too, and no store tells of that. */
  function again(): void {
    plan.unsubscribe()
    plan = watchPlan()
  }

  function stop(): void {
    plan.unsubscribe()
    news.stop()
    for (const subscription of subscriptions) subscription.unsubscribe()
  }

  let plan = watchPlan()
  return { watchNotes, watchChanges: news.watch, again, stop }
}
