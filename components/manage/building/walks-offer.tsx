import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Card } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { LiveButton } from '@/components/ui/submit-button'
import { useAction } from '@/components/ui/use-action'
import { cellsBefore, cellsOf, measuredWalks, type MeasuredWalk } from '@/lib/desk/building/measured-walks'
import { isolated } from '@/lib/platform/bidi'
import type { AgendaWalk } from '@/lib/program/agenda'
import type { ListedFloor, PlacedRoom } from '@/lib/schedule/building/list-floors'
import { setWalksAction } from '@/lib/schedule/edit/actions'
import type { SaidStep } from './said-bar'
import { useReasonWords } from './use-reason-words'

type Props = {
  conference: string
  floors: readonly ListedFloor[]
  rooms: readonly PlacedRoom[]
  walks: readonly AgendaWalk[]
  onSaid: (step: SaidStep) => void
}

/** The walks between zones as the plans have them, to be ticked; what somebody gave by hand is not ticked yet. */
export function WalksOffer({ conference, floors, rooms, walks, onSaid }: Props) {
  const [t, sayReason, router] = [useTranslations('manage.building'), useReasonWords(), useRouter()]
  const [ticked, setTicked] = useState<ReadonlyMap<string, boolean>>(new Map())
  const { run, pending, outcome } = useAction(setWalksAction)
  const measured = measuredWalks(floors, rooms, walks)
  const isTicked = (walk: MeasuredWalk) => ticked.get(keyOf(walk)) ?? !walk.isGiven
  const taken = measured.filter(isTicked)
  const isMeasurable = floors.some(
    ({ id, metresWide }) =>
      metresWide !== null && rooms.filter(({ zone, place }) => zone && place?.floor === id).length > 1,
  )
  const take = async () => {
    const cells = cellsOf(taken, walks)
    const before = cellsBefore(cells, walks)
    if (!(await run({ conference, cells })).ok) return
    setTicked(new Map())
    router.refresh()
    onSaid({
      text: t('walksTaken'),
      undo: () =>
        void run({ conference, cells: before }).then(() => {
          router.refresh()
          onSaid({ text: t('undone') })
        }),
    })
  }
  return (
    <Card aria-label={t('walks')}>
      <h3 className="text-lg font-semibold">{t('walks')}</h3>
      <p className="text-muted">{isMeasurable ? t(measured.length > 0 ? 'walksLead' : 'walksSame') : t('walksNeed')}</p>
      {measured.length > 0 ? (
        <>
          <ul className="grid gap-1">
            {measured.map((walk) => (
              <li key={keyOf(walk)}>
                <label className="flex min-h-11 items-center gap-3">
                  <input
                    type="checkbox"
                    className="size-5 shrink-0"
                    checked={isTicked(walk)}
                    onChange={({ target }) => setTicked((before) => new Map(before).set(keyOf(walk), target.checked))}
                  />
                  <span>
                    {t(walk.from === walk.to ? 'walkWithin' : 'walk', {
                      from: isolated(walk.from),
                      to: isolated(walk.to),
                      minutes: walk.minutes,
                      before: walk.before,
                    })}
                    {walk.isGiven ? <span className="text-muted"> ({t('walkGiven')})</span> : null}
                  </span>
                </label>
              </li>
            ))}
          </ul>
          <p>
            <LiveButton disabled={pending || taken.length === 0} onClick={() => void take()}>
              {t('takeWalks', { count: taken.length })}
            </LiveButton>
          </p>
        </>
      ) : null}
      {outcome && !outcome.ok && !pending ? (
        <Notice tone="danger" live>
          <p>{sayReason(outcome.reason)}</p>
        </Notice>
      ) : null}
    </Card>
  )
}

function keyOf({ from, to }: MeasuredWalk): string {
  return JSON.stringify([from, to])
}
