import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { Button } from '@/components/ui/button'
import { Outside } from '@/components/ui/facts'
import { Notice } from '@/components/ui/notice'
import { useAction } from '@/components/ui/use-action'
import { isolated } from '@/lib/platform/bidi'
import { bringBackFloorAction } from '@/lib/schedule/building/actions'
import type { RemovedFloor } from '@/lib/schedule/building/list-floors'
import type { SaidStep } from './said-bar'
import { useReasonWords } from './use-reason-words'

type Props = { conference: string; removed: readonly RemovedFloor[]; onSaid: (step: SaidStep) => void }

/** The floors that were taken away, for as long as they can be brought back. */
export function RemovedFloors({ conference, removed, onSaid }: Props) {
  const [t, sayReason, router] = [useTranslations('manage.building'), useReasonWords(), useRouter()]
  const { run, pending, outcome } = useAction(bringBackFloorAction)
  if (removed.length === 0) return null
  const bringBack = async ({ id, name }: RemovedFloor) => {
    if (!(await run({ conference, floor: id })).ok) return
    router.refresh()
    onSaid({ text: t('broughtBack', { name: isolated(name) }) })
  }
  return (
    <details className="rounded-xl border border-line bg-raised p-4">
      <summary className="flex min-h-11 items-center text-lg font-semibold">
        {t('removedFloors', { count: removed.length })}
      </summary>
      <p className="text-muted">{t('removedLead')}</p>
      <ul className="divide-y divide-line">
        {removed.map((floor) => (
          <li key={floor.id} className="flex flex-wrap items-center justify-between gap-x-3 py-1">
            <span className="min-w-0 [overflow-wrap:anywhere]">
              <Outside>{floor.name}</Outside>
            </span>
            <Button
              disabled={pending}
              aria-label={t('bringBackFloor', { name: isolated(floor.name) })}
              onClick={() => void bringBack(floor)}
            >
              {t('bringBack')}
            </Button>
          </li>
        ))}
      </ul>
      {outcome?.ok === false ? (
        <Notice tone="danger" live>
          <p>{sayReason(outcome.reason)}</p>
        </Notice>
      ) : null}
    </details>
  )
}
