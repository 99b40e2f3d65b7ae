import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useEffect, useId, useRef, useState } from 'react'
import { PlanStage } from '@/components/rooms/building/plan-stage'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import { useAction } from '@/components/ui/use-action'
import { pictureAddress } from '@/lib/program/building/floor-address'
import { metresWideOf, type PlanPoint } from '@/lib/program/building/plan-point'
import { scaleFloorAction } from '@/lib/schedule/building/actions'
import type { ListedFloor } from '@/lib/schedule/building/list-floors'
import { WIDEST_METRES } from '@/lib/schedule/building/plan-limits'
import { PlanPin } from './plan-pin'
import type { SaidStep } from './said-bar'
import { usePlanHand } from './use-plan-hand'
import { useReasonWords } from './use-reason-words'
import { useStageWords } from './use-stage-words'

type Props = { conference: string; floor: ListedFloor; onDone: (step: SaidStep | null) => void }

const START = { a: { x: 0.25, y: 0.5 }, b: { x: 0.75, y: 0.5 } }
type End = keyof typeof START

/** The scale of a plan: a line between two points, and how many metres it is. */
export function ScaleDesk({ conference, floor, onDone }: Props) {
  const [t, sayReason, router] = [useTranslations('manage.building'), useReasonWords(), useRouter()]
  const [root, surface, hint] = [useRef<HTMLFormElement>(null), useRef<HTMLDivElement>(null), useId()]
  const [ends, setEnds] = useState<Record<End, PlanPoint>>(START)
  const [metres, setMetres] = useState('')
  const { run, pending, outcome } = useAction(scaleFloorAction)
  // What led here stands far below it. Nothing is handed back: a browser may answer with a promise.
  useEffect(() => void root.current?.scrollIntoView({ block: 'start' }), [root])
  const words = useStageWords(floor.name)
  const put = (end: End, point: PlanPoint) => setEnds((before) => ({ ...before, [end]: point }))
  usePlanHand(root, surface, {
    over: (held, point) => point && (held === 'a' || held === 'b') && put(held, point),
    drop: () => undefined,
    cancel: () => undefined,
  })
  // Half of Europe writes 12,5, which a number's own field drops without a word.
  const metresWide = metresWideOf(floor, [ends.a, ends.b], Number(metres.trim().replace(',', '.')))
  const save = async () => {
    const was = floor.metresWide
    const scale = (wide: number | null) => run({ conference, floor: floor.id, metresWide: wide })
    if (!(await scale(metresWide)).ok) return
    router.refresh()
    onDone({
      text: t('scaled'),
      undo: () =>
        void scale(was).then(() => {
          router.refresh()
          onDone({ text: t('undone') })
        }),
    })
  }
  return (
    <form
      ref={root}
      className="grid scroll-mt-2 grid-cols-[minmax(0,1fr)] gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <p className="text-muted">{t('scaleLead')}</p>
      <p id={hint} className="sr-only">
        {t('endHint')}
      </p>
      <div className="flex flex-wrap items-end gap-3">
        <Field
          name="metres"
          type="number"
          inputMode="decimal"
          required
          min={0.1}
          max={WIDEST_METRES}
          step="any"
          label={t('metres')}
          value={metres}
          onText={setMetres}
        />
        <SubmitButton variant="primary" disabled={pending || metresWide === null}>
          {t('saveScale')}
        </SubmitButton>
        <Button onClick={() => onDone(null)}>{t('cancel')}</Button>
      </div>
      <PlanStage floor={floor} src={pictureAddress(floor.picture)} words={words} surface={surface}>
        <svg aria-hidden="true" className="pointer-events-none absolute inset-0 size-full text-danger">
          <line
            x1={`${ends.a.x * 100}%`}
            y1={`${ends.a.y * 100}%`}
            x2={`${ends.b.x * 100}%`}
            y2={`${ends.b.y * 100}%`}
            stroke="currentColor"
            strokeWidth="3"
          />
        </svg>
        {(['a', 'b'] as const).map((end) => (
          <PlanPin
            key={end}
            held={end}
            name={end.toUpperCase()}
            label={t(`ends.${end}`)}
            point={ends[end]}
            hint={hint}
            onMove={(point) => put(end, point)}
          />
        ))}
      </PlanStage>
      {outcome && !outcome.ok && !pending ? (
        <Notice tone="danger" live>
          <p>{sayReason(outcome.reason)}</p>
        </Notice>
      ) : null}
    </form>
  )
}
