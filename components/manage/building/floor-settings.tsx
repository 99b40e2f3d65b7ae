import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { ActionForm } from '@/components/shared/action-form'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { useAction } from '@/components/ui/use-action'
import { isolated } from '@/lib/platform/bidi'
import {
  bringBackFloorAction,
  orderFloorsAction,
  removeFloorAction,
  renameFloorAction,
  scaleFloorAction,
} from '@/lib/schedule/building/actions'
import type { ListedFloor } from '@/lib/schedule/building/list-floors'
import { MOST_FLOOR_NAME } from '@/lib/schedule/building/plan-limits'
import { PlanForm } from './plan-form'
import type { SaidStep } from './said-bar'
import { useReasonWords } from './use-reason-words'

type Props = {
  conference: string
  floor: ListedFloor
  floors: readonly ListedFloor[]
  isScaling: boolean
  /** What is said once it is taken away. */ removedWords: string
  onScale: () => void
  onSent: () => void
  onSaid: (step: SaidStep) => void
}

/** What there is to say of one floor besides its rooms: name, order, scale, another picture; and that it goes. */
export function FloorSettings({ conference, floor, floors, isScaling, removedWords, onScale, onSent, onSaid }: Props) {
  const [t, sayReason] = [useTranslations('manage.building'), useReasonWords()]
  const router = useRouter()
  const values = { conference, floor: floor.id }
  const [order, remove, bringBack, scale] = [
    useAction(orderFloorsAction),
    useAction(removeFloorAction),
    useAction(bringBackFloorAction),
    useAction(scaleFloorAction),
  ]
  const pending = [order, remove, bringBack, scale].some((one) => one.pending)
  const failed = [order, remove, bringBack, scale].find(({ outcome }) => outcome && !outcome.ok)?.outcome
  const undone = { text: t('undone') }
  const ids = floors.map(({ id }) => id)
  const at = ids.indexOf(floor.id)
  const done = (asked: Promise<{ ok: boolean }>, step: SaidStep) =>
    void asked.then(({ ok }) => {
      if (ok) router.refresh()
      if (ok) onSaid(step)
    })
  const shift = (by: 1 | -1) => {
    const next = ids.filter((id) => id !== floor.id).toSpliced(at + by, 0, floor.id)
    done(order.run({ conference, floors: next }), {
      text: t('ordered', { name: isolated(floor.name), place: at + by + 1 }),
      undo: () => done(order.run({ conference, floors: ids }), undone),
    })
  }
  return (
    <details className="rounded-xl border border-line bg-raised p-4">
      <summary className="flex min-h-11 items-center text-lg font-semibold">{t('thisFloor')}</summary>
      <div className="grid gap-4 pt-2">
        <ActionForm action={renameFloorAction} values={values}>
          <Field name="name" required maxLength={MOST_FLOOR_NAME} label={t('floorName')} defaultValue={floor.name} />
        </ActionForm>
        {floors.length > 1 ? (
          <p className="flex flex-wrap gap-2">
            <Button disabled={pending || at === 0} onClick={() => shift(-1)}>
              {t('earlier')}
            </Button>
            <Button disabled={pending || at === ids.length - 1} onClick={() => shift(1)}>
              {t('later')}
            </Button>
          </p>
        ) : null}
        <section className="grid gap-2">
          <h3 className="font-semibold">{t('scale')}</h3>
          <p className="text-muted">
            {floor.metresWide === null
              ? t('scaleNone')
              : t('scaleKnown', { metres: Math.round(floor.metresWide * 10) / 10 })}
          </p>
          <p className="flex flex-wrap gap-2">
            <Button disabled={isScaling} onClick={onScale}>
              {t('setScale')}
            </Button>
            {floor.metresWide === null ? null : (
              <Button
                disabled={pending}
                onClick={() =>
                  done(scale.run({ ...values, metresWide: null }), {
                    text: t('scaleNone'),
                    undo: () => done(scale.run({ ...values, metresWide: floor.metresWide }), undone),
                  })
                }
              >
                {t('clearScale')}
              </Button>
            )}
          </p>
        </section>
        <section className="grid gap-2">
          <h3 className="font-semibold">{t('anotherPicture')}</h3>
          <PlanForm conference={conference} of={floor.id} names={[]} submit={t('sendAnother')} onSent={onSent} />
        </section>
        <p>
          <Button
            variant="danger"
            disabled={pending}
            onClick={() =>
              done(remove.run(values), { text: removedWords, undo: () => done(bringBack.run(values), undone) })
            }
          >
            {t('remove')}
          </Button>
        </p>
        {failed && !failed.ok ? (
          <Notice tone="danger" live>
            <p>{sayReason(failed.reason)}</p>
          </Notice>
        ) : null}
      </div>
    </details>
  )
}
