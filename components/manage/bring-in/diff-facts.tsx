import { useFormatter, useTranslations } from 'next-intl'
import { diffKinds, type DiffCounts } from '@/lib/schedule/bring-in/diff'

/** How many sessions become what; what none becomes is not said. */
export function DiffFacts({ diff }: { diff: DiffCounts }) {
  const [t, format] = [useTranslations('bringIn'), useFormatter()]
  const said = diffKinds.filter((kind) => diff[kind] > 0)
  return (
    <dl className="flex flex-wrap gap-x-6 gap-y-1">
      {said.map((kind) => (
        <div key={kind} className="flex gap-2">
          <dt className="text-muted">{t(`diff.${kind}`)}</dt>
          <dd className="font-semibold tabular-nums">{format.number(diff[kind])}</dd>
        </div>
      ))}
    </dl>
  )
}
