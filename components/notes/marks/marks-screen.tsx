'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useDeferredValue, useMemo, type ReactNode } from 'react'
import { Notice } from '@/components/ui/notice'
import { sayWhen } from '@/lib/i18n/dates'
import { outlineOf, timeOfNote } from '@/lib/notes/outline'
import type { NoteInConference } from '@/lib/notes/place-notes'
import { isolated } from '@/lib/platform/bidi'
import { pageAddress } from '@/lib/program/addresses'
import type { Agenda } from '@/lib/program/agenda'
import { useAttendances } from '@/lib/planning/device/use-attendances'
import { useSyncState } from '@/lib/sync/client/hooks/use-sync-state'
import { MarksHelp } from './marks-help'
import type { NotesConference } from '../list/notes-conference'
import { TodoList } from './todo-list'
import { noteHref, usePlacedNotes } from '../list/use-placed-notes'
import { WishList } from './wish-list'

type Props = { conference: NotesConference; agenda: Agenda | null }

/** Everything marked in my notes of a conference, each leading to its note, and what is still to find and to watch. */
export function MarksScreen({ conference, agenda }: Props) {
  const t = useTranslations('notes')
  const { notes, ready } = usePlacedNotes(conference, agenda)
  const { fetched, online } = useSyncState()
  const { attendances } = useAttendances(conference.id)
  // Ticking shows at once in its note; the whole screen may follow.
  const shown = useDeferredValue(notes)
  const outline = useMemo(() => outlineOf(shown), [shown])
  const from = (note: NoteInConference) => <From conference={conference} note={note} />
  const isEmpty =
    Object.values(outline).every((marks) => marks.length === 0) &&
    ![...attendances.values()].some(({ watchReplay, findSlides }) => watchReplay || findSlides)
  return (
    <main id="main" className="mx-auto grid grid-cols-[minmax(0,1fr)] max-w-3xl gap-4 px-4 py-4">
      <p>
        <a
          className="inline-flex min-h-11 items-center text-accent underline underline-offset-4"
          href={pageAddress(conference.slug, 'notes')}
        >
          {t('backToNotes')}
        </a>
      </p>
      <header>
        <h1 className="text-2xl font-semibold tracking-tight">{t('marks')}</h1>
        <p role="status" className="text-muted">
          {ready ? t('outline.lead') : t('loading')}
        </p>
      </header>
      {ready && fetched && isEmpty ? <Notice>{t('outline.empty')}</Notice> : null}
      <TodoList marks={outline.todo} from={from} />
      <WishList wish="watchReplay" conference={conference} agenda={agenda} />
      <WishList wish="findSlides" conference={conference} agenda={agenda} />
      <Section
        title={t('outline.quote')}
        items={outline.quote.map(({ note, mark }) => ({
          note,
          line: mark.line,
          said: (
            <>
              <q>{mark.text}</q>
              {mark.by ? <span className="text-muted"> — {mark.by}</span> : null}
            </>
          ),
        }))}
        from={from}
      />
      <Section
        title={t('outline.question')}
        items={outline.question.map(({ note, mark }) => ({ note, line: mark.line, said: mark.text }))}
        from={from}
      />
      <Section
        title={t('outline.person')}
        items={outline.person.map(({ note, mark }) => ({
          note,
          line: mark.line,
          said: <Named name={mark.name} rest={[mark.company, mark.about]} />,
        }))}
        from={from}
      />
      <Section
        title={t('outline.sponsor')}
        items={outline.sponsor.map(({ note, mark }) => ({
          note,
          line: mark.line,
          said: <Named name={mark.company} rest={[mark.about]} />,
        }))}
        from={from}
      />
      <Section
        title={t('outline.link')}
        items={outline.link.map(({ note, mark }) => ({
          note,
          line: mark.line,
          said: (
            <a
              className="inline-flex min-h-11 items-center text-accent underline underline-offset-4"
              href={mark.url}
              rel="noopener nofollow ugc"
            >
              {mark.text}
            </a>
          ),
        }))}
        from={from}
      />
      {/* It would be pushed down by what is read and fetched. */}
      {ready && (!isEmpty || fetched || !online) ? <MarksHelp /> : null}
    </main>
  )
}

type SectionProps = {
  title: string
  items: { note: NoteInConference; line: number; said: ReactNode }[]
  from: (note: NoteInConference) => ReactNode
}

function Section({ title, items, from }: SectionProps) {
  if (items.length === 0) return null
  return (
    <section>
      <h2 className="py-2 text-lg font-semibold">
        {title} <span className="font-normal text-muted">{items.length}</span>
      </h2>
      <ul className="divide-y divide-line border-y border-line">
        {items.map(({ note, line, said }, index) => (
          <li
            key={`${note.id} ${line} ${index}`}
            className="pt-2 [contain-intrinsic-size:auto_5rem] [content-visibility:auto]"
          >
            <div dir="auto">{said}</div>
            {from(note)}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Named({ name, rest }: { name: string; rest: (string | undefined)[] }) {
  return (
    <>
      <span className="font-semibold">{name}</span>
      {rest.filter(Boolean).map((part) => (
        <span key={part}> · {part}</span>
      ))}
    </>
  )
}

function From({ conference, note }: { conference: NotesConference; note: NoteInConference }) {
  const [t, language] = [useTranslations('notes'), useLocale()]
  return (
    <a
      className="inline-flex min-h-11 items-center text-sm text-muted underline underline-offset-4"
      href={noteHref(conference.slug, note)}
    >
      {t('outline.from', {
        title: isolated(note.title || t('untitled')),
        time: sayWhen({ startAt: timeOfNote(note) }, { timeZone: conference.timeZone, language }),
      })}
    </a>
  )
}
