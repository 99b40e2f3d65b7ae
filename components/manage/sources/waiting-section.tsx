import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { Facts } from '@/components/ui/facts'
import { sayWhen, type Saying } from '@/lib/i18n/dates'
import type { ListedSource } from '@/lib/schedule/checks/list-sources'
import { releaseChangeKinds } from '@/lib/schedule/releases/compare'
import { useWaitWords } from './use-wait-words'
import { WaitingCard } from './waiting-card'

type Props = {
  of: { conference: string; source: string }
  waiting: NonNullable<ListedSource['waiting']>
  saying: Saying
}

/** What waits for a yes: since when, why, how much it would change; and what can be done about it. */
export function WaitingSection({ of, waiting, saying }: Props) {
  const [t, releases, sayWhy] = [useTranslations('manage.sources'), useTranslations('manage.releases'), useWaitWords()]
  const { counts, reasons, createdAt, contentHash } = waiting
  const changed = counts ? releaseChangeKinds.filter((step) => counts[step] > 0) : []
  return (
    <Card aria-labelledby="waiting" tone="warning">
      <h4 id="waiting" className="font-semibold">
        {t('waiting')}
      </h4>
      <p>{t('waitingSince', { when: sayWhen({ startAt: createdAt }, saying) })}</p>
      <ul className="list-disc pl-5">
        {sayWhy(reasons).map((why) => (
          <li key={why}>{why}</li>
        ))}
      </ul>
      <p className="text-sm text-muted">
        <Facts of={changed.map((step) => releases('counts', { kind: step, count: counts?.[step] ?? 0 }))} />
      </p>
      <WaitingCard key={contentHash} of={of} hash={contentHash} />
    </Card>
  )
}
