import { useTranslations } from 'next-intl'
import { Facts } from '@/components/ui/facts'
import { sayWhen, type Saying } from '@/lib/i18n/dates'
import { isolated } from '@/lib/platform/bidi'
import type { ListedRun } from '@/lib/schedule/checks/list-sources'
import { releaseChangeKinds } from '@/lib/schedule/releases/compare'

/** What a run was, when, by whom and what came of it, on one line. */
export function RunFacts({ run, saying }: { run: ListedRun; saying: Saying }) {
  const [t, releases] = [useTranslations('manage.sources'), useTranslations('manage.releases')]
  const { kind, outcome, by, byPerson, createdAt, counts, left } = run
  const nobody = byPerson ? 'by.gone' : kind === 'check' ? 'by.itself' : 'by.nobody'
  const isRefused = outcome === 'refused'
  const changed = counts ? releaseChangeKinds.filter((step) => counts[step] > 0) : []
  return (
    <Facts
      of={[
        sayWhen({ startAt: createdAt }, saying),
        isRefused ? t('notBroughtIn') : t(`kind.${kind}`),
        by === null ? t(nobody) : t('by.person', { name: isolated(by) }),
        // What changed says so itself.
        isRefused || (outcome === 'applied' && changed.length > 0) ? null : t(`outcome.${outcome}`),
        ...changed.map((step) => releases('counts', { kind: step, count: counts?.[step] ?? 0 })),
        left > 0 ? t('leftOut', { count: left }) : null,
      ]}
    />
  )
}
