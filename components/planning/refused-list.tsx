import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import type { Note } from '@/lib/notes/schema'
import { withEngine } from '@/lib/sync/client/local-state'
import type { OutboxEntry } from '@/lib/sync/client/outbox'
import { useKeptTitles } from '@/lib/sync/client/use-kept-titles'
import { useNotes } from '@/lib/sync/client/use-notes'

/** What the server would not take, each with its reason and its words; it stays on this device until its person lets it go. */
export function RefusedList({ entries }: { entries: readonly OutboxEntry[] }) {
  const t = useTranslations('plan')
  const titles = useKeptTitles()
  const { notes } = useNotes(null)
  const titleOf = ({ mutation }: OutboxEntry): string => {
    if (mutation.name === 'setBlock') return mutation.args.title ?? ''
    return 'sessionId' in mutation.args ? (titles.get(mutation.args.sessionId ?? '') ?? '') : ''
  }
  return (
    <details className="rounded-lg border-l-4 border-warning bg-raised p-3">
      <summary className="min-h-11 py-2 font-medium">{t('refused', { count: entries.length })}</summary>
      <ul className="grid gap-4">
        {entries.map((entry) => (
          <li key={entry.order} className="grid justify-items-start gap-1">
            <p><span className="font-medium">{t(`kind.${entry.mutation.name}`)}</span> <span dir="auto">{titleOf(entry)}</span></p>
            <RefusedText note={noteOf(entry, notes)} />
            <p className="text-sm text-muted">{t(`reason.${entry.refused ?? 'INVALID'}`)}</p>
            {/* What is refused of a note goes along with its next edit; without it the rest could not be read. */}
            {entry.mutation.name === 'editNote' ? null : <Button onClick={() => void letGo(entry)}>{t('letGo')}</Button>}
          </li>
        ))}
      </ul>
    </details>
  )
}

function RefusedText({ note }: { note: Note | undefined }) {
  const t = useTranslations('plan')
  const [said, setSaid] = useState<'copied' | 'copyFailed' | null>(null)
  if (!note) return null
  const copy = () => navigator.clipboard.writeText(note.text).then(() => setSaid('copied'), () => setSaid('copyFailed'))
  return (
    <>
      <p dir="auto" className="line-clamp-3 whitespace-pre-wrap break-words">{note.text}</p>
      <p className="flex flex-wrap items-center gap-3"><Button onClick={() => void copy()}>{t('copyText')}</Button> <span role="status">{said ? t(said) : ''}</span></p>
    </>
  )
}

function noteOf({ mutation }: OutboxEntry, notes: readonly Note[]): Note | undefined {
  return mutation.name === 'editNote' ? notes.find(({ id }) => id === mutation.args.id) : undefined
}

async function letGo({ order }: OutboxEntry): Promise<void> {
  await (await withEngine()).store().outbox.delete(order)
}
