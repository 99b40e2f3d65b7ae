'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button, ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { useAction } from '@/components/ui/use-action'
import { knownReason } from '@/components/shared/known-reason'
import { moveOnBoardAction } from '@/lib/desk/board/server/actions'
import type { ToldSuggestion } from '@/lib/desk/suggest/told'
import { pageAddress } from '@/lib/program/addresses'
import { BeforeAfter } from './before-after'
import { MoveGroupCard } from './move-group-card'
import type { DayProps } from './day-props'

type Props = DayProps & {
  suggestion: ToldSuggestion
  /** It is not searched any more. */ isFinal: boolean
  onTaken: () => void
}

/** How it would be beside how it is, and each move with what it is good for, to be ticked and put into the draft. */
export function SuggestionView({ suggestion, isFinal, onTaken, ...day }: Props) {
  const t = useTranslations('manage.suggest')
  const { groups, gap } = suggestion
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set())
  const { run, pending } = useAction(moveOnBoardAction)
  const [taken, setTaken] = useState<{ version: number } | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [undone, setUndone] = useState<'done' | 'failed' | null>(null)
  const ticked = groups.filter((_, index) => !left.has(index)).flatMap(({ moves }) => moves)
  const tick = (index: number, isTicked: boolean) =>
    setLeft((before) => new Set(isTicked ? [...before].filter((its) => its !== index) : [...before, index]))
  const move = async (seen: number, where: 'from' | 'to') => {
    const moves = ticked.map((one) => ({ sessionId: one.sessionId, place: one[where] }))
    const outcome = await run({ conference: day.conference, seen, moves })
    return outcome.ok ? outcome.value : outcome
  }
  const take = async () => {
    const answer = await move(day.draftVersion, 'to')
    if (answer.ok) setTaken(answer)
    else setProblem(answer.reason)
  }
  const undo = async (version: number) => setUndone((await move(version, 'from')).ok ? 'done' : 'failed')
  if (undone === 'done')
    return (
      <Notice tone="good" live>
        <p>{t('undone', { count: ticked.length })}</p>
        <p>
          <Button onClick={onTaken}>{t('again')}</Button>
        </p>
      </Notice>
    )
  if (taken)
    return (
      <Notice tone="good" live>
        <p>{t('taken', { count: ticked.length })}</p>
        {undone === 'failed' ? <p>{t('notUndone')}</p> : null}
        <p className="flex flex-wrap gap-3">
          <ButtonLink href={`${pageAddress(day.conference, 'managed', 'board')}?day=${day.day}`}>
            {t('toBoard')}
          </ButtonLink>
          <Button disabled={pending} onClick={() => void undo(taken.version)}>
            {t('undo')}
          </Button>
          <Button onClick={onTaken}>{t('again')}</Button>
        </p>
      </Notice>
    )
  return (
    <section aria-label={t('result')} className="grid gap-3">
      <BeforeAfter suggestion={suggestion} isDrafted={day.drafted > 0} />
      <p className="text-muted">{isFinal ? sayGap(t, gap) : t('moreSearched')}</p>
      {groups.length === 0 ? <p>{t('asGoodAsItGets')}</p> : null}
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
          <Button variant="primary" disabled={pending || ticked.length === 0} onClick={() => void take()}>
            {t('take', { count: ticked.length })}
          </Button>
          {problem && !pending ? (
            <Notice tone="danger" live>
              <p>{t(`refused.${knownReason(['sessions-gone', 'NOT_FOUND'], problem, 'UNAVAILABLE')}`)}</p>
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
