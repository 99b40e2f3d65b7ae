'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ActionForm } from '@/components/shared/action-form'
import { Card } from '@/components/ui/card'
import { Facts } from '@/components/ui/facts'
import { takeBackDifferentAction, sayDifferentAction } from '@/lib/schedule/edit/actions'
import type { MergedKind } from '@/lib/schedule/merging/kinds'
import type { LikelyPair, PairedPart } from '@/lib/schedule/merging/likely-pairs'
import { MergeSteps } from './merge-steps'

type Props = {
  conference: string
  kind: MergedKind
  open: readonly LikelyPair[]
  /** Those of which somebody said that they are two. */ two: readonly LikelyPair[]
}

/** Asks of what is named alike whether it is one; either answer is kept, and can be taken back. */
export function LikelyPairs({ conference, kind, open, two }: Props) {
  const t = useTranslations('manage.merging')
  if (open.length + two.length === 0) return null
  return (
    <Card aria-labelledby="likely">
      <h3 id="likely" className="text-lg font-semibold">
        {t('likely')}
      </h3>
      <p className="text-sm text-muted">{t('likelyLead', { count: open.length })}</p>
      <ul className="divide-y divide-line">
        {open.map((pair) => (
          <li key={keyOf(pair)} className="py-2">
            <Asked conference={conference} kind={kind} pair={pair} />
          </li>
        ))}
      </ul>
      {two.length > 0 ? (
        <details>
          <summary className="min-h-11 py-2 text-accent underline underline-offset-4">
            {t('saidTwo', { count: two.length })}
          </summary>
          <ul className="divide-y divide-line">
            {two.map((pair) => (
              <li key={keyOf(pair)} className="grid gap-2 py-2">
                <PairNames pair={pair} />
                <ActionForm action={takeBackDifferentAction} values={answer(conference, pair)} submit={t('mayBeOne')} />
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </Card>
  )
}

function Asked({ conference, kind, pair }: { conference: string; kind: MergedKind; pair: LikelyPair }) {
  const t = useTranslations('manage.merging')
  const [one, other] = pair.parts
  const [stays, setStays] = useState(one.id)
  const part = stays === one.id ? other.id : one.id
  return (
    <details>
      <summary className="flex min-h-11 items-center">
        <span className="flex min-w-0 flex-wrap items-center gap-x-3">
          <PairNames pair={pair} />
        </span>
      </summary>
      <div className="grid gap-3 pt-2">
        <fieldset>
          <legend className="font-medium">{t('stays')}</legend>
          {pair.parts.map((choice) => (
            <label key={choice.id} className="flex min-h-11 items-center gap-3">
              <input
                type="radio"
                name={`stays ${keyOf(pair)}`}
                checked={choice.id === stays}
                onChange={() => setStays(choice.id)}
                className="size-5 shrink-0 accent-accent"
              />
              <span>
                <Facts of={[choice.name, choice.more]} />
              </span>
            </label>
          ))}
        </fieldset>
        <MergeSteps key={stays} conference={conference} kind={kind} part={part} into={stays} />
        <ActionForm action={sayDifferentAction} values={answer(conference, pair)} submit={t('two')} />
      </div>
    </details>
  )
}

function PairNames({ pair: { parts, why } }: { pair: LikelyPair }) {
  const t = useTranslations('manage.merging')
  const name = ({ name: called, more }: PairedPart) => [called, more].filter(Boolean).join(', ')
  return (
    <span className="min-w-0">
      <span className="font-medium">
        <Facts of={parts.map(name)} between=" = " />
      </span>{' '}
      <span className="text-sm text-muted">
        <Facts of={why.map((likeness) => t(`why.${likeness}`))} />
      </span>
    </span>
  )
}

function keyOf({ parts }: LikelyPair): string {
  return parts.map(({ id }) => id).join(' ')
}

function answer(conference: string, { parts: [one, other] }: LikelyPair) {
  return { conference, part: one.id, other: other.id }
}
