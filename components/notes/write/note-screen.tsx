'use client'

import dynamic from 'next/dynamic'
import { useLocale, useTranslations } from 'next-intl'
import { Button, ButtonLink } from '@/components/ui/button'
import { Facts } from '@/components/ui/facts'
import { Notice } from '@/components/ui/notice'
import { sayDay, sayWhen } from '@/lib/i18n/dates'
import { isolated } from '@/lib/platform/bidi'
import { pageAddress } from '@/lib/program/addresses'
import type { Agenda } from '@/lib/program/agenda'
import { keepTrying } from '@/lib/sync/client/exchange/keep-trying'
import { useDeletedNotes } from '@/lib/notes/device/use-notes'
import { useSyncState } from '@/lib/sync/client/hooks/use-sync-state'
import { DeletedNote } from '../list/deleted-note'
import { MarksHelp } from '../marks/marks-help'
import type { NotesConference } from '../list/notes-conference'
import { SharedNote } from './shared-note'
import { useJustDeleted } from './use-just-deleted'
import { noteHref, usePlacedNotes } from '../list/use-placed-notes'

const NoteEditor = dynamic(() => keepTrying(() => import('./note-editor')).then((module) => module.NoteEditor), {
  ssr: false,
  loading: () => <div className="min-h-64" />,
})
const NoteFoot = dynamic(() => keepTrying(() => import('./note-foot')).then((module) => module.NoteFoot), {
  ssr: false,
})

type Props = {
  conference: NotesConference
  agenda: Agenda | null
  noteId: string
  /** Where the list is of which it is one. */ back?: string
  /** The conference is not known yet. */ isLoading?: boolean
}

/** One note, with or without a session, from this device's own store. */
export function NoteScreen({
  conference,
  agenda,
  noteId,
  back = pageAddress(conference.slug, 'notes'),
  isLoading = false,
}: Props) {
  const t = useTranslations('notes')
  const language = useLocale()
  const { notes, ready: isRead } = usePlacedNotes(conference, agenda)
  const { fetched } = useSyncState()
  const ready = isRead && !isLoading
  const deletedNote = useDeletedNotes(null).notes.find(({ id }) => id === noteId)
  const deleted = useJustDeleted()
  const placed = notes.find(({ id }) => id === noteId)
  const belonged = placed?.note.belonged
  const clocks = { timeZone: conference.timeZone, namesZone: conference.namesZone }
  const when = placed ? t('notedAt', { time: sayWhen({ startAt: placed.notedAt }, { ...clocks, language }) }) : ''
  return (
    <main id="main" className="mx-auto grid max-w-3xl gap-4 px-4 py-4">
      <p>
        <a className="inline-flex min-h-11 items-center text-accent underline underline-offset-4" href={back}>
          {t('backToNotes')}
        </a>
      </p>
      <header>
        <h1 dir="auto" className="text-2xl font-semibold tracking-tight">
          {placed?.title || t('unnamed')}
        </h1>
        <p role="status" className="text-muted">
          {ready ? <Facts of={[when, placed?.place]} /> : t('loading')}
        </p>
        {belonged ? (
          <p className="text-sm text-muted">
            {t('all.belonged', { conference: isolated(belonged.conference), day: sayDay(placed.day, language) })}
          </p>
        ) : null}
      </header>
      {placed?.session && !belonged ? (
        <p>
          <ButtonLink href={noteHref(conference.slug, placed)}>{t('openSession')}</ButtonLink>
        </p>
      ) : null}
      {placed?.note.groupId ? <SharedNote slug={conference.slug} /> : null}
      {placed ? (
        <NoteEditor id={noteId} timeZone={conference.timeZone} name={t('noteText')} autoFocus={placed.text === ''}>
          {(draft) => (
            <NoteFoot
              conference={conference}
              agenda={agenda}
              draft={draft}
              placed={placed}
              onDeleted={deleted.onDeleted}
            />
          )}
        </NoteEditor>
      ) : null}
      {deleted.id && !placed ? (
        <Notice live>
          <p>{t('deleted')}</p>
          <p>
            <Button onClick={deleted.undo}>{t('undo')}</Button>
          </p>
        </Notice>
      ) : null}
      {deletedNote && !deleted.id ? <DeletedNote note={deletedNote} timeZone={conference.timeZone} /> : null}
      {ready && fetched && !placed && !deleted.id && !deletedNote ? (
        <Notice>
          <p>{t('gone')}</p>
          <p>{t('goneWhy')}</p>
        </Notice>
      ) : null}
      <MarksHelp />
    </main>
  )
}
