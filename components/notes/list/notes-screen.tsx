'use client'

import dynamic from 'next/dynamic'
import { useLocale, useTranslations } from 'next-intl'
import { useDeferredValue, useMemo, useState } from 'react'
import { Button, ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { sayDay } from '@/lib/i18n/dates'
import type { NoteInConference } from '@/lib/notes/place-notes'
import type { Note } from '@/lib/notes/schema'
import { searchNotes } from '@/lib/notes/search-notes'
import type { Agenda } from '@/lib/program/agenda'
import { keepTrying } from '@/lib/sync/client/exchange/keep-trying'
import { noteActions } from '@/lib/notes/device/note-actions'
import { useTooLong } from '@/components/ui/use-too-long'
import { pageAddress } from '@/lib/program/addresses'
import { recapsAddress } from '@/lib/recaps/recaps-address'
import { isNothingKept } from '@/lib/sync/client/store/storage-state'
import { useSyncState } from '@/lib/sync/client/hooks/use-sync-state'
import { DeletedNotes } from './deleted-notes'
import { ExportMenu } from '../carry/export-menu'
import { MarksHelp } from '../marks/marks-help'
import { NoteListRow } from './note-row'
import type { NotesConference } from './notes-conference'
import { SearchField } from '@/components/ui/search-field'
import { noteHref, usePlacedNotes } from './use-placed-notes'

const NoteEditor = dynamic(() => keepTrying(() => import('../write/note-editor')).then((module) => module.NoteEditor), {
  ssr: false,
  loading: () => <div className="min-h-64" />,
})

type Props = { conference: NotesConference; agenda: Agenda | null }

// More than anybody scrolls through; a search or a tap shows the rest.
const MOST_SHOWN = 200

/** All my notes of a conference, by day and session, searched as one types. Everything is read from this device. */
export function NotesScreen({ conference, agenda }: Props) {
  const t = useTranslations('notes')
  const { notes, ready } = usePlacedNotes(conference, agenda)
  const { fetched } = useSyncState()
  const [asked, setAsked] = useState('')
  const query = useDeferredValue(asked)
  const found = useMemo(() => searchNotes(notes, query), [notes, query])

  return (
    <main id="main" className="mx-auto grid max-w-3xl gap-4 px-4 py-4">
      <header>
        <h1 className="text-2xl font-semibold tracking-tight">{t('title')}</h1>
        <p role="status" className="text-muted">
          {!ready
            ? t('loading')
            : query
              ? t('found', { count: found.length })
              : notes.length === 0 && !fetched
                ? t('fetching')
                : t('count', { count: notes.length })}
        </p>
      </header>
      <NewNote conference={conference} />
      {notes.length > 0 ? (
        <SearchField label={t('search')} hint={t('searchHint')} value={asked} onChange={setAsked} />
      ) : null}
      <nav aria-label={t('title')} className="flex flex-wrap gap-2">
        <ButtonLink href={pageAddress(conference.slug, 'marks')}>{t('marks')}</ButtonLink>
        <ButtonLink href="/settings/backup">{t('backup')}</ButtonLink>
        {notes.length > 0 ? <ExportMenu conference={conference} agenda={agenda} notes={notes} /> : null}
      </nav>
      {ready && fetched && notes.length === 0 ? <Empty conference={conference.slug} /> : null}
      {query && found.length === 0 ? <p className="py-4 text-center text-muted">{t('nothingFound')}</p> : null}
      <Days conference={conference} notes={found} />
      <DeletedNotes conference={conference} />
      <MarksHelp />
    </main>
  )
}

const MOST_PLACE = 200

/** A note of its own: its time is now, its place is asked for and may be left out. */
function NewNote({ conference: { id, slug, timeZone } }: { conference: NotesConference }) {
  const t = useTranslations('notes')
  const isKept = !isNothingKept(useSyncState().storage)
  const [begun, setBegun] = useState<string | null>(null)
  const begin = async (form: HTMLFormElement) => {
    const place = String(new FormData(form).get('place') ?? '').trim()
    const noteId = await noteActions().create({ conferenceId: id, ...(place && { place }) })
    // It would be gone with this page.
    if (isKept) location.assign(pageAddress(slug, 'note', noteId))
    else setBegun(noteId)
  }
  const { error, onInput } = useTooLong(MOST_PLACE, undefined)
  if (begun) return <NoteEditor id={begun} timeZone={timeZone} name={t('noteText')} autoFocus />
  return (
    <form
      className="flex flex-wrap gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        // Why there is no room for it is said above.
        void begin(event.currentTarget).catch(() => undefined)
      }}
    >
      <input
        name="place"
        dir="auto"
        aria-label={t('place')}
        placeholder={t('place')}
        autoComplete="off"
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? 'place-error' : undefined}
        onInput={onInput}
        className="min-h-11 w-0 min-w-0 grow rounded-lg border border-edge bg-raised px-3 text-base"
      />
      <Button type="submit" variant="primary" className="shrink-0">
        {t('new')}
      </Button>
      {error ? (
        <p id="place-error" role="alert" className="w-full text-sm text-danger">
          {error}
        </p>
      ) : null}
    </form>
  )
}

function Days({ conference, notes }: { conference: NotesConference; notes: NoteInConference<Note>[] }) {
  const t = useTranslations('notes')
  const language = useLocale()
  const [all, setAll] = useState(false)
  const shown = all ? notes : notes.slice(0, MOST_SHOWN)
  const words = useMemo(() => ({ language, untitled: t('untitled'), shared: t('shared') }), [t, language])
  return (
    <>
      {[...new Set(shown.map(({ day }) => day))].map((day) => (
        <section key={day}>
          <div className="flex items-center justify-between gap-3">
            <h2 className="py-2 text-lg font-semibold">{sayDay(day, language)}</h2>
            <ButtonLink
              variant="text"
              href={recapsAddress(conference.slug, day)}
              aria-label={t('recapOfDayName', { day: sayDay(day, language) })}
            >
              {t('recapOfDay')}
            </ButtonLink>
          </div>
          <ul className="grid gap-2">
            {shown
              .filter((note) => note.day === day)
              .map((placed) => (
                <NoteListRow
                  key={placed.id}
                  href={noteHref(conference.slug, placed)}
                  placed={placed}
                  timeZone={conference.timeZone}
                  words={words}
                />
              ))}
          </ul>
        </section>
      ))}
      {shown.length < notes.length ? (
        <p>
          <Button onClick={() => setAll(true)}>{t('showAll', { count: notes.length })}</Button>
        </p>
      ) : null}
    </>
  )
}

function Empty({ conference }: { conference: string }) {
  const t = useTranslations('notes')
  return (
    <Notice>
      <p>{t('empty')}</p>
      <p>
        <ButtonLink href={pageAddress(conference, 'schedule')}>{t('openSchedule')}</ButtonLink>
      </p>
    </Notice>
  )
}
