import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { noteHref } from '@/components/notes/list/use-placed-notes'
import { Button } from '@/components/ui/button'
import type { Note } from '@/lib/notes/schema'
import { settleBidi } from '@/lib/platform/bidi'
import { breakLongLines } from '@/lib/platform/long-lines'
import { pageAddress } from '@/lib/program/addresses'
import type { Agenda } from '@/lib/program/agenda'
import { withEngine } from '@/lib/sync/client/store/local-state'
import type { OutboxEntry } from '@/lib/sync/client/store/outbox'
import { whyRefused } from '@/lib/notes/device/why-refused'
import { RefusedBlock } from './refused-block'

type Props = {
  entry: OutboxEntry
  /** Of its conference; absent: not on this device. */ agenda: Agenda | undefined
  notes: readonly Note[]
  onAgain: () => void
}

/** One change that the server would not take: what it is, its words, why, and what can be done with it. */
export function RefusedChange({ entry, agenda, notes, onAgain }: Props) {
  const t = useTranslations('plan')
  const { mutation } = entry
  const note = noteOf(entry, notes)
  const words = mutation.name === 'editNote' ? note?.text : wordsOf(entry)
  const sessionId = 'sessionId' in mutation.args ? mutation.args.sessionId : note?.sessionId
  const session = agenda?.sessions.find(({ id }) => id === sessionId)
  const href =
    agenda &&
    (note
      ? noteHref(agenda.conference.slug, { id: note.id, note, ...(session && { session }) })
      : session && pageAddress(agenda.conference.slug, 'session', session.slug))
  const isLong = mutation.name === 'editNote'
  return (
    <li className="grid justify-items-start gap-1">
      <p>
        <span className="font-medium">{t(`kind.${mutation.name}`)}</span> <span dir="auto">{session?.title}</span>
      </p>
      {words ? (
        <p dir="auto" className={`whitespace-pre-wrap break-words ${isLong ? 'line-clamp-3' : ''}`}>
          {breakLongLines(settleBidi(words))}
        </p>
      ) : null}
      <p className="text-sm text-muted">{t(`reason.${whyRefused(entry, note) ?? 'INVALID'}`)}</p>
      <p className="flex flex-wrap items-center gap-3">
        <Button onClick={onAgain}>{t('tryAgain')}</Button>
        {mutation.name === 'setBlock' && agenda ? (
          <RefusedBlock entry={entry} said={mutation.args} agenda={agenda} />
        ) : null}
        {href ? (
          <a className="inline-flex min-h-11 items-center text-accent underline underline-offset-4" href={href}>
            {t('openIt')}
          </a>
        ) : null}
        {words ? <CopyWords words={words} /> : null}
        <Button variant="danger" onClick={() => (!note || confirm(t('letGoNote'))) && void letGo(entry)}>
          {t('letGo')}
        </Button>
      </p>
    </li>
  )
}

function CopyWords({ words }: { words: string }) {
  const t = useTranslations('plan')
  const [said, setSaid] = useState<'copied' | 'copyFailed' | null>(null)
  const copy = async () =>
    setSaid(
      await navigator.clipboard.writeText(words).then(
        () => 'copied' as const,
        () => 'copyFailed' as const,
      ),
    )
  // Plain http has no clipboard at all.
  return (
    <>
      <Button onClick={() => void copy().catch(() => setSaid('copyFailed'))}>{t('copyText')}</Button>{' '}
      <span role="status">{said ? t(said) : ''}</span>
    </>
  )
}

function noteOf({ mutation: { name, args } }: OutboxEntry, notes: readonly Note[]): Note | undefined {
  if (name === 'setPhoto') return notes.find(({ id }) => id === args.noteId)
  return name === 'editNote' || name === 'restoreNote' ? notes.find(({ id }) => id === args.id) : undefined
}

/** What somebody typed into a change that is no note. */
function wordsOf({ mutation: { name, args } }: OutboxEntry): string | undefined {
  if (name === 'setBlock') return args.title
  if (name === 'setAttendance') return args.reason
  return name === 'setPhoto' ? args.caption : undefined
}

async function letGo(entry: OutboxEntry): Promise<void> {
  const engine = await withEngine()
  const store = engine.store()
  const refused = await import('@/lib/sync/client/store/refused')
  await refused.letGoOfRefused(store, entry)
  engine.sync()
}
