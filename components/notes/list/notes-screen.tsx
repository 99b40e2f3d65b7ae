'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useDeferredValue, useMemo, useState } from 'react'
import { Button, ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { SearchField } from '@/components/ui/search-field'
import { sayDay } from '@/lib/i18n/dates'
import type { NoteInConference } from '@/lib/notes/place-notes'
import type { Note } from '@/lib/notes/schema'
import { searchNotes } from '@/lib/notes/search-notes'
import { useListPhotos } from '@/lib/notes/device/photos/use-list-photos'
import type { Agenda } from '@/lib/program/agenda'
import { pageAddress } from '@/lib/program/addresses'
import { partsOf, roomNames, speakerNames, type AgendaParts } from '@/lib/program/agenda-parts'
import { recapsAddress } from '@/lib/recaps/recaps-address'
import { useSyncState } from '@/lib/sync/client/hooks/use-sync-state'
import { DeletedNotes } from './deleted-notes'
import { MarksHelp } from '../marks/marks-help'
import { NotesMenu } from './notes-menu'
import { NoteListRow } from './note-row'
import type { NotesConference } from './notes-conference'
import { noteHref, usePlacedNotes } from './use-placed-notes'

type Props = { conference: NotesConference; agenda: Agenda | null }

// More than anybody scrolls through; a search or a tap shows the rest.
const MOST_SHOWN = 200

/** All my notes of a conference, by day and session, searched as one types. Everything is read from this device. */
export function NotesScreen({ conference, agenda }: Props) {
  const t = useTranslations('notes')
  const { notes, ready } = usePlacedNotes(conference, agenda)
  const { fetched, online } = useSyncState()
  const [asked, setAsked] = useState('')
  const query = useDeferredValue(asked)
  const parts = useMemo(() => agenda && partsOf(agenda), [agenda])
  const photos = useListPhotos(conference.id, notes.length > 0)
  const found = useMemo(
    () => searchNotes(notes, query, { parts, captionsOf: (id) => photos.get(id)?.captions ?? [] }),
    [notes, query, parts, photos],
  )

  return (
    <main id="main" className="mx-auto grid grid-cols-[minmax(0,1fr)] max-w-3xl gap-1 px-4 py-1">
      <header className="flex min-h-11 items-center gap-2 max-[17rem]:flex-wrap">
        <div className="min-w-20">
          <h1 className="text-2xl font-semibold leading-7 tracking-tight">{t('title')}</h1>
          <p role="status" className="whitespace-nowrap text-xs text-muted">
            {!ready
              ? t('loading')
              : query
                ? t('found', { count: found.length })
                : notes.length === 0 && !fetched
                  ? t('fetching')
                  : t('count', { count: notes.length })}
          </p>
        </div>
        <div className="min-w-0 grow">
          {notes.length > 0 ? (
            <SearchField label={t('search')} hint={t('searchHint')} value={asked} onChange={setAsked} />
          ) : null}
        </div>
        <NotesMenu conference={conference} agenda={agenda} notes={notes} />
      </header>
      {ready && fetched && notes.length === 0 ? <Empty conference={conference.slug} /> : null}
      {query && found.length === 0 ? <p className="py-4 text-center text-muted">{t('nothingFound')}</p> : null}
      <Days conference={conference} parts={parts} photos={photos} notes={found} sought={query} />
      {/* It would be pushed down by what is read and fetched. */}
      {ready && (notes.length > 0 || fetched || !online) ? (
        <div className="mt-4 grid gap-4">
          <DeletedNotes conference={conference} />
          <MarksHelp />
        </div>
      ) : null}
    </main>
  )
}

type DaysProps = {
  conference: NotesConference
  parts: AgendaParts | null
  photos: ReturnType<typeof useListPhotos>
  notes: NoteInConference<Note>[]
  sought: string
}

function Days({ conference, parts, photos, notes, sought }: DaysProps) {
  const t = useTranslations('notes')
  const language = useLocale()
  const [all, setAll] = useState(false)
  const shown = all ? notes : notes.slice(0, MOST_SHOWN)
  const words = useMemo(() => ({ language, untitled: t('untitled'), shared: t('shared') }), [t, language])
  return (
    <>
      {[...new Set(shown.map(({ day }) => day))].map((day) => (
        <section key={day} className="mb-2">
          <div className="flex items-center justify-between gap-3">
            <h2 className="py-1 text-sm font-semibold text-muted first-letter:uppercase">
              {sayDay(day, language, 'spoken')}
            </h2>
            <ButtonLink
              variant="text"
              className="-my-1.5 text-sm"
              href={recapsAddress(conference.slug, day)}
              aria-label={t('recapOfDayName', { day: sayDay(day, language) })}
            >
              {t('recapOfDay')}
            </ButtonLink>
          </div>
          <ul className="border-t border-line">
            {shown
              .filter((note) => note.day === day)
              .map((placed) => (
                <NoteListRow
                  key={placed.id}
                  href={noteHref(conference.slug, placed)}
                  placed={placed}
                  rooms={placed.session && parts ? roomNames(placed.session, parts) : undefined}
                  speakers={sought && placed.session && parts ? speakerNames(placed.session, parts) : undefined}
                  photos={photos.get(placed.id)}
                  sought={sought}
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
      <p className="flex flex-wrap gap-2">
        <ButtonLink variant="primary" href={pageAddress(conference, 'newNote')}>
          {t('new')}
        </ButtonLink>
        <ButtonLink href={pageAddress(conference, 'schedule')}>{t('openSchedule')}</ButtonLink>
      </p>
    </Notice>
  )
}
