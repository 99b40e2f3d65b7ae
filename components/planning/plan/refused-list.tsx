import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { withEngine } from '@/lib/sync/client/store/local-state'
import type { OutboxEntry } from '@/lib/sync/client/store/outbox'
import { useKeptAgendas } from '@/lib/program/device/use-kept-agendas'
import { useNotes } from '@/lib/notes/device/use-notes'
import { RefusedChange } from './refused-change'

/**
 * What the server would not take, each with its reason and its words; it stays on this device until it is taken or its
 * person lets it go.
 */
export function RefusedList({ entries }: { entries: readonly OutboxEntry[] }) {
  const t = useTranslations('plan')
  const agendas = useKeptAgendas(entries.map(({ conferenceId }) => conferenceId))
  const { notes } = useNotes(null)
  return (
    <details className="rounded-lg border-l-4 border-warning bg-raised p-3">
      <summary className="min-h-11 py-2 font-medium">{t('refused', { count: entries.length })}</summary>
      <div className="grid justify-items-start gap-4">
        {entries.length > 1 ? <Button onClick={() => void sendAgain(entries)}>{t('tryAllAgain')}</Button> : null}
        <ul className="grid w-full gap-4">
          {entries.map((entry) => (
            <RefusedChange
              key={entry.order}
              entry={entry}
              agenda={agendas?.find(({ conference }) => conference.id === entry.conferenceId)}
              notes={notes}
              onAgain={() => void sendAgain([entry])}
            />
          ))}
        </ul>
      </div>
    </details>
  )
}

async function sendAgain(entries: readonly OutboxEntry[]): Promise<void> {
  const engine = await withEngine()
  const store = engine.store()
  const { tryAgain } = await import('@/lib/sync/client/store/refused')
  await tryAgain(store, entries)
  engine.sync()
}
