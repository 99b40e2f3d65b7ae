import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { withEngine } from '@/lib/sync/client/local-state'
import type { OutboxEntry } from '@/lib/sync/client/outbox'

/** What the server would not take, each with its reason; it stays on this device until its person lets it go. */
export function RefusedList({ entries }: { entries: readonly OutboxEntry[] }) {
  const t = useTranslations('plan')
  return (
    <details className="rounded-lg border-l-4 border-warning bg-raised p-3">
      <summary className="min-h-11 py-2 font-medium">{t('refused', { count: entries.length })}</summary>
      <ul className="grid gap-3">
        {entries.map((entry) => (
          <li key={entry.order} className="grid justify-items-start gap-1">
            <p><span className="font-medium">{t(`kind.${entry.mutation.name}`)}</span> <span dir="auto" className="select-text">{titleOf(entry)}</span></p>
            <p className="text-sm text-muted">{t(`reason.${entry.refused ?? 'INVALID'}`)}</p>
            <Button onClick={() => void letGo(entry)}>{t('letGo')}</Button>
          </li>
        ))}
      </ul>
    </details>
  )
}

function titleOf({ mutation }: OutboxEntry): string {
  return mutation.name === 'setBlock' ? mutation.args.title : ''
}

async function letGo({ order }: OutboxEntry): Promise<void> {
  await (await withEngine()).store().outbox.delete(order)
}
