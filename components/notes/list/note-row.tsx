import { Fragment, memo, useMemo } from 'react'
import { MarkedText } from '@/components/shared/marked-text'
import { DOT } from '@/components/ui/facts'
import { sayWhen, type Clocks } from '@/lib/i18n/dates'
import { countMarks } from '@/lib/notes/mark-counts'
import { foundLine, noteLead, type ReadLine } from '@/lib/notes/note-lead'
import type { NoteInConference } from '@/lib/notes/place-notes'
import type { Note } from '@/lib/notes/schema'
import { timeOfNote } from '@/lib/notes/outline'
import { matchesIn } from '@/lib/planning/search/matches-in'
import { settleBidi } from '@/lib/platform/bidi'
import { shorten } from '@/lib/platform/clean-text'
import type { ListedPhotos } from '@/lib/notes/device/photos/use-list-photos'
import { MarkChips } from '../marks/mark-chips'
import { NoteThumbnails } from '../photos/note-thumbnails'

type RowWords = { language: string; untitled: string; shared: string }
type Props = Clocks & {
  href: string
  placed: NoteInConference<Note>
  /** The names of its session's rooms. */ rooms?: string
  /** Of its session's speakers, shown where one was searched for. */ speakers?: string
  photos?: ListedPhotos
  /** What was searched for. */ sought?: string
  words: RowWords
}

const LONGEST = 160
const noCaptions: readonly string[] = []

/**
 * One note in a list: how it begins, when and where, and what is in it. Where something was searched for it is marked,
 * and where it does not stand at the beginning, the line is shown in which it does.
 */
export const NoteListRow = memo(function NoteListRow({
  href,
  placed,
  rooms,
  speakers,
  photos,
  sought = '',
  timeZone,
  namesZone,
  words,
}: Props) {
  const { note, session, title, place } = placed
  const { lead, found, counts } = useReading(note, sought, photos?.captions, speakers)
  const isNamed = lead !== null && (session !== undefined || note.belonged?.session !== undefined)
  const marked = (text: string) => <MarkedText text={settleBidi(text)} sought={sought} />
  const facts = [
    sayWhen({ startAt: timeOfNote(placed) }, { timeZone, namesZone, language: words.language, under: placed.day }),
    isNamed && title && marked(title),
    place && marked(place),
    rooms && marked(rooms),
    note.groupId && words.shared,
  ].filter(Boolean)
  return (
    <li className="border-b border-line [contain-intrinsic-size:auto_5rem] [content-visibility:auto]">
      <a href={href} className="flex min-h-14 items-start gap-3 py-2.5">
        <span className="min-w-0 grow">
          <span dir="auto" className="line-clamp-3 font-semibold leading-snug">
            {lead ? <Line line={lead} sought={sought} /> : marked(title || words.untitled)}
          </span>
          <span className="mt-0.5 block text-sm leading-snug text-muted">
            {facts.map((fact, index) => (
              <Fragment key={index}>
                {index > 0 ? DOT : null}
                <bdi>{fact}</bdi>
              </Fragment>
            ))}
          </span>
          {found ? (
            <span dir="auto" className="mt-1 line-clamp-2 text-sm">
              <Line line={found} sought={sought} />
            </span>
          ) : null}
          <MarkChips counts={counts} photos={photos?.count} />
        </span>
        {photos ? <NoteThumbnails photos={photos} /> : null}
      </a>
    </li>
  )
})

/**
 * How a note begins, what is in it, and where the words stand that are sought: in it, else in a photo's caption, else
 * among the speakers.
 */
function useReading({ text }: Note, sought: string, captions = noCaptions, speakers = '') {
  const lead = useMemo(() => noteLead(text), [text])
  const counts = useMemo(() => countMarks(text), [text])
  const found = useMemo(() => {
    if (!sought || (lead && isIn(lead, sought))) return null
    return foundLine(text, sought) ?? foundBeside([...captions, speakers], sought)
  }, [text, lead, sought, captions, speakers])
  return { lead, counts, found }
}

function foundBeside(lines: readonly string[], sought: string): ReadLine | null {
  return lines.map((text): ReadLine => ({ kind: null, text })).find((line) => isIn(line, sought)) ?? null
}

function isIn({ text, by = '' }: ReadLine, sought: string): boolean {
  return matchesIn(shorten(`${text} ${by}`, LONGEST), sought).some(({ isMatch }) => isMatch)
}

/** A quote stands in its marks, with who said it. */
function Line({ line: { kind, text, by }, sought }: { line: ReadLine; sought: string }) {
  const said = <MarkedText text={settleBidi(shorten(text, LONGEST))} sought={sought} />
  if (kind !== 'quote') return said
  return (
    <>
      <q>{said}</q>
      {by ? (
        <span className="font-normal text-muted">
          {' — '}
          <bdi>
            <MarkedText text={settleBidi(by)} sought={sought} />
          </bdi>
        </span>
      ) : null}
    </>
  )
}
