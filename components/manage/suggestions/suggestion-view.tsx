'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button, ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { knownReason } from '@/components/shared/known-reason'
import type { ToldSuggestion } from '@/lib/desk/suggest/told'
import { pageAddress } from '@/lib/program/addresses'
import { BeforeAfter } from './before-after'
import { MoveGroupCard } from './move-group-card'
import type { DayProps } from './day-props'
import { ElsewhereList } from './elsewhere-list'
import { TakenNotice } from './taken-notice'
import { useTaking } from './use-taking'

type Props = DayProps & {
  suggestion: ToldSuggestion
  /** It is not searched any more. */ isFinal: boolean
  onTaken: () => void
}

const refusals = ['sessions-gone', 'moved-meanwhile', 'NOT_FOUND', 'BLOCKED'] as const

/** How it would be beside how it is, and each move with what it is good for, to be ticked and put into the draft. */
export function SuggestionView({ suggestion, isFinal, onTaken, ...day }: Props) {
  const t = useTranslations('manage.suggest')
  const { groups, gap } = suggestion
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set())
  const of = useTaking({ conference: day.conference, board: day.board, seen: day.draftVersion })
  const { taking, pending, take } = of
  const ticked = groups.filter((_, index) => !left.has(index)).flatMap(({ moves }) => moves)
  const tick = (index: number, isTicked: boolean) =>
    setLeft((before) => new Set(isTicked ? [...before].filter((its) => its !== index) : [...before, index]))
  if (taking.state !== 'open') return <TakenNotice {...day} of={of} onAgain={onTaken} />
  return (
    <section aria-label={t('result')} className="grid gap-3">
      <BeforeAfter suggestion={suggestion} isDrafted={day.drafted > 0} />
      <p className="text-muted">{isFinal ? sayGap(t, gap) : t('moreSearched')}</p>
      {groups.length === 0 ? <p>{t(day.broken > 0 ? 'noneHelps' : 'asGoodAsItGets')}</p> : null}
      {day.broken > 0 ? (
        <Notice tone="warning">
          <p>{t('broken', { count: day.broken })}</p>
          <p>
            <ButtonLink href={`${pageAddress(day.conference, 'managed', 'board')}?day=${day.day}`}>
              {t('toBoard')}
            </ButtonLink>
          </p>
        </Notice>
      ) : null}
      <ol className="grid gap-3">
        {groups.map((group, index) => (
          <li key={group.moves.map(({ sessionId }) => sessionId).join(' ')}>
            <MoveGroupCard
              {...day}
              group={group}
              isTicked={!left.has(index)}
              onTick={isFinal ? (isTicked) => tick(index, isTicked) : null}
            />
          </li>
        ))}
      </ol>
      {isFinal && groups.length > 0 ? (
        <div className="flex flex-wrap items-center gap-3">
          <Button variant="primary" disabled={pending || ticked.length === 0} onClick={() => void take(ticked)}>
            {t('take', { count: ticked.length })}
          </Button>
          {taking.problem && !pending ? (
            <Notice tone="danger" live>
              <p>{t(`refused.${knownReason(refusals, taking.problem, 'UNAVAILABLE')}`)}</p>
              {taking.elsewhere.length > 0 ? <ElsewhereList {...day} elsewhere={taking.elsewhere} /> : null}
            </Notice>
          ) : null}
        </div>
      ) : null}
    </section>
  )
}

type Words = ReturnType<typeof useTranslations<'manage.suggest'>>

function sayGap(t: Words, gap: number): string {
  const percent = Math.ceil(gap * 1_000) / 10
  return percent < 0.1 ? t('best') : t('atMost', { percent })
}
