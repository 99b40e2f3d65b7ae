import { useTranslations } from 'next-intl'
import { Notice } from '@/components/ui/notice'
import { isolated } from '@/lib/platform/bidi'
import { FEWEST_COUNTED } from '@/lib/schedule/bring-in/preview/fewest-counted'
import { movedThings } from '@/lib/schedule/merging/kinds'
import type { MergePreview } from '@/lib/schedule/merging/preview-merge'

/** What a merge would move, and what would no longer be said. */
export function MergeReach({ reach }: { reach: MergePreview }) {
  const t = useTranslations('manage')
  const { kind, name, into, sessions, people, names, things, dropped } = reach
  const moved = [
    t('moves.sessions', { count: sessions }),
    people === null ? t('merging.peopleFew', { count: FEWEST_COUNTED }) : t('merging.people', { count: people }),
    ...(names.length > 0 ? [t('merging.names', { names: names.map(isolated).join(', ') })] : []),
    ...movedThings.flatMap((thing) => (things[thing] > 0 ? [t(`moves.${thing}`, { count: things[thing] })] : [])),
    ...dropped.map((one) =>
      t('merging.dropped', { field: one.field, kept: isolated(one.kept), dropped: isolated(one.dropped) }),
    ),
  ]
  return (
    <Notice tone="warning" live>
      <p className="font-medium">{t('merging.becomes', { name: isolated(name), into: isolated(into) })}</p>
      <ul className="list-disc ps-5">
        {moved.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p>{t('merging.leads', { kind })}</p>
    </Notice>
  )
}
