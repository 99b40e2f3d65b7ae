'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { ownClocks, sayDay } from '@/lib/i18n/dates'
import { placeNotes } from '@/lib/notes/place-notes'
import type { Note } from '@/lib/notes/schema'
import { settleBidi } from '@/lib/platform/bidi'
import { dateOn } from '@/lib/platform/time'
import { useListPhotos } from '@/lib/notes/device/photos/use-list-photos'
import { useNotes } from '@/lib/notes/device/use-notes'
import { pageAddress } from '@/lib/program/addresses'
import { useSyncState } from '@/lib/sync/client/hooks/use-sync-state'
import { DeletedNotes } from './deleted-notes'
import { ExportMenu } from '../carry/export-menu'
import { NoteListRow } from './note-row'
import { useNotesConferences, type ConferenceOnDevice } from './use-notes-conferences'

/** All my notes on this device, by conference: also those whose conference was deleted, or was never opened here. */
export function AllNotesScreen() {
  const t = useTranslations('notes')
  const { notes, ready: isRead } = useNotes(null)
  const { fetched } = useSyncState()
  const { ready: isNamed, conferenceOf } = useNotesConferences()
  const ready = isRead && isNamed
  const photos = useListPhotos(null, notes.length > 0)
  // The newest conference first, as the notes come.
  const ids = [...new Set(notes.map(({ conferenceId }) => conferenceId))]
  return (
    <main id="main" className="mx-auto grid grid-cols-[minmax(0,1fr)] max-w-3xl gap-6 px-4 py-6">
      <header>
        <h1 className="text-2xl font-semibold tracking-tight">{t('all.title')}</h1>
        <p role="status" className="text-muted">
          {!ready ? t('loading') : notes.length === 0 && !fetched ? t('fetching') : t('count', { count: notes.length })}
        </p>
      </header>
      <p>
        <ButtonLink href="/settings/backup">{t('backup')}</ButtonLink>
      </p>
      {ready && fetched && notes.length === 0 ? (
        <Notice>
          <p>{t('all.empty')}</p>
        </Notice>
      ) : null}
      {ready
        ? ids.map((id) => (
            <OfConference
              key={id}
              notes={notes.filter(({ conferenceId }) => conferenceId === id)}
              photos={photos}
              conferenceOf={conferenceOf}
            />
          ))
        : null}
    </main>
  )
}

function OfConference({
  notes,
  photos,
  conferenceOf,
}: {
  notes: readonly Note[]
  photos: ReturnType<typeof useListPhotos>
  conferenceOf: (note: Note) => ConferenceOnDevice | null
}) {
  const t = useTranslations('notes')
  const language = useLocale()
  const [known, id] = [notes.flatMap((note) => conferenceOf(note) ?? [])[0], notes[0]?.conferenceId ?? '']
  const conference = useMemo(() => known ?? { id, slug: id, name: '', ...ownClocks(), agenda: null }, [known, id])
  const placed = useMemo(
    () =>
      placeNotes(
        notes,
        new Map(conference.agenda?.sessions.map((session) => [session.id, session])),
        conference.timeZone,
      ),
    [notes, conference],
  )
  const words = useMemo(() => ({ language, untitled: t('untitled'), shared: t('shared') }), [t, language])
  const since = known?.deletedAt && sayDay(dateOn(new Date(known.deletedAt), conference.timeZone), language)
  const heading = known ? settleBidi(conference.name) : t('all.unknown')
  return (
    <section className="grid gap-3">
      <header>
        <h2 dir="auto" className="text-lg font-semibold">
          {known && !since ? (
            <a className="underline underline-offset-4" href={pageAddress(conference.slug, 'notes')}>
              {heading}
            </a>
          ) : (
            heading
          )}
        </h2>
        {since ? <p className="text-sm text-muted">{t('all.deleted', { day: since })}</p> : null}
        {known ? null : (
          <>
            <p className="text-sm text-muted">{t('all.unknownWhy')}</p>
            <a className="inline-flex min-h-11 items-center text-accent underline" href={`/notes/of/${id}`}>
              {t('all.openUnknown')}
            </a>
          </>
        )}
      </header>
      <div>
        <ExportMenu conference={conference} agenda={conference.agenda} notes={placed} />
      </div>
      {[...new Set(placed.map(({ day }) => day))].map((day) => (
        <section key={day}>
          <h3 className="py-1 font-medium">{sayDay(day, language)}</h3>
          <ul className="border-t border-line">
            {placed
              .filter((note) => note.day === day)
              .map((note) => (
                <NoteListRow
                  key={note.id}
                  href={`/notes/${note.id}`}
                  placed={note}
                  photos={photos.get(note.id)}
                  timeZone={conference.timeZone}
                  namesZone={conference.namesZone}
                  words={words}
                />
              ))}
          </ul>
        </section>
      ))}
      <DeletedNotes conference={conference} />
    </section>
  )
}
