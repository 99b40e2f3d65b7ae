'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { Facts } from '@/components/ui/facts'
import { Icon } from '@/components/ui/icon'
import { Notice } from '@/components/ui/notice'
import { sayDay, sayWhen } from '@/lib/i18n/dates'
import type { NoteInConference } from '@/lib/notes/place-notes'
import type { Note } from '@/lib/notes/schema'
import { isolated } from '@/lib/platform/bidi'
import { pageAddress } from '@/lib/program/addresses'
import type { Agenda } from '@/lib/program/agenda'
import { useSyncState } from '@/lib/sync/client/hooks/use-sync-state'
import { DeletedNote, JustDeletedNote } from '../list/deleted-note'
import { MarksHelp } from '../marks/marks-help'
import type { NotesConference } from '../list/notes-conference'
import { beginNote } from './begun-note'
import { NoteBox } from './note-box'
import { PlaceField } from './place-field'
import { SharedNote } from './shared-note'
import { useInsideFirst } from './use-inside-first'
import { useOpenNotes } from './use-open-notes'
import { noteHref } from '../list/use-placed-notes'

type Props = {
  conference: NotesConference
  agenda: Agenda | null
  /** Null: a new one, which its first letter makes. */ noteId: string | null
  /** Where the list is of which it is one. */ back?: string
  /** The conference is not known yet. */ isLoading?: boolean
}

/** One note, with or without a session, from this device's own store. On a phone its text takes the screen. */
export function NoteScreen({
  conference,
  agenda,
  noteId,
  back = pageAddress(conference.slug, 'notes'),
  isLoading = false,
}: Props) {
  const t = useTranslations('notes')
  const { open, deleted, ready: isRead, onWrite, justDeleted } = useOpenNotes(conference, agenda)
  const { fetched } = useSyncState()
  const { begun, made } = useBegunNote(conference, noteId, onWrite)
  const id = noteId ?? made
  const here = open.find((note) => note.id === id)
  const deletedNote = deleted.find((note) => note.id === id)
  const placed = here ?? deletedNote
  const isNew = begun !== null && made === null
  // A note that was made a moment ago is not among them yet.
  const isLooking = useInsideFirst(conference, noteId === null)
  const isOpen = !isLooking && (here !== undefined || (begun !== null && !deletedNote && !justDeleted.id))
  const ready = !isLooking && (isNew || (isRead && !isLoading))
  return (
    <main id="main" className="mx-auto grid grid-cols-[minmax(0,1fr)] max-w-3xl gap-2 px-4 pb-4 pt-1">
      <header className="flex gap-1">
        <a
          href={back}
          aria-label={t('backToNotes')}
          className="-ml-3 inline-grid size-11 shrink-0 place-content-center"
        >
          <Icon name="chevron" className="size-6 rotate-90 rtl:-rotate-90" />
        </a>
        <div className="min-w-0 grow pt-2">
          <h1 dir="auto" className="text-lg font-semibold leading-snug tracking-tight">
            {placed?.title || t(begun && !placed ? 'new' : 'unnamed')}
          </h1>
          {isNew && !isLooking ? (
            <PlaceField onPlace={begun.setPlace} />
          ) : (
            <NoteFacts conference={conference} placed={placed} ready={ready} />
          )}
        </div>
      </header>
      {here?.note.groupId ? <SharedNote slug={conference.slug} /> : null}
      {isOpen ? (
        <NoteBox
          conference={conference}
          agenda={agenda}
          placed={here}
          onWrite={onWrite}
          onDeleted={justDeleted.onDeleted}
          id={id}
          place={begun ?? undefined}
          name={t('noteText')}
          autoFocus={begun !== null || placed?.text === ''}
          isAlone
        />
      ) : null}
      {justDeleted.id ? <JustDeletedNote id={justDeleted.id} onUndo={justDeleted.undo} /> : null}
      {deletedNote && !isOpen && !justDeleted.id ? (
        <DeletedNote note={deletedNote.note} timeZone={conference.timeZone} />
      ) : null}
      {ready && fetched && !isOpen && !justDeleted.id && !deletedNote ? (
        <Notice>
          <p>{t('gone')}</p>
          <p>{t('goneWhy')}</p>
        </Notice>
      ) : null}
      <MarksHelp />
    </main>
  )
}

type FactsProps = { conference: NotesConference; placed: NoteInConference<Note> | undefined; ready: boolean }

/** When and where a note was written, and what it belongs to. */
function NoteFacts({ conference, placed, ready }: FactsProps) {
  const t = useTranslations('notes')
  const language = useLocale()
  const clocks = { timeZone: conference.timeZone, namesZone: conference.namesZone }
  const belonged = placed?.note.belonged
  const when = placed ? t('notedAt', { time: sayWhen({ startAt: placed.notedAt }, { ...clocks, language }) }) : ''
  return (
    <>
      <p role="status" className="text-sm text-muted">
        {ready ? <Facts of={[when, placed?.place]} /> : t('loading')}
      </p>
      {belonged ? (
        <p className="text-sm text-muted">
          {t('all.belonged', { conference: isolated(belonged.conference), day: sayDay(placed.day, language) })}
        </p>
      ) : null}
      {placed?.session && !belonged ? (
        <a
          className="inline-flex min-h-11 items-center text-accent underline underline-offset-4"
          href={noteHref(conference.slug, placed)}
        >
          {t('openSession')}
        </a>
      ) : null}
    </>
  )
}

/**
 * A note that is begun at this screen, and its id once it is made. From its first letter on the address is its own: who
 * loads the page again finds it.
 */
function useBegunNote(
  { id: conferenceId, slug }: NotesConference,
  noteId: string | null,
  onWrite: (id: string) => void,
) {
  const [made, setMade] = useState<string | null>(null)
  const onBegun = (id: string) => {
    const address = pageAddress(slug, 'note', id)
    if (location.pathname !== address) history.replaceState(history.state, '', address)
  }
  const onMade = (id: string) => {
    onBegun(id)
    setMade(id)
    onWrite(id)
  }
  const [begun] = useState(() => (noteId === null ? beginNote(conferenceId, { onBegun, onMade }) : null))
  return { begun, made }
}
