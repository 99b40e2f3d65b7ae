'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Field } from '@/components/ui/field'
import type { MergedKind } from '@/lib/schedule/merging/kinds'
import { MergeSteps } from './merge-steps'

type Props = {
  conference: string
  kind: MergedKind
  /** By names of which no two are the same. */ parts: readonly Named[]
}
type Named = { id: string; name: string }

/** Merges two of very many: both are found by typing. */
export function MergeTwo({ conference, kind, parts }: Props) {
  const t = useTranslations('manage.merging')
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const idOf = (name: string) => parts.find((part) => part.name === name)?.id
  const [part, into] = [idOf(from), idOf(to)]
  return (
    <div className="grid gap-3">
      <div className="grid gap-3 sm:grid-cols-2">
        <Field
          label={t('from')}
          list="mergeable"
          value={from}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
        <Field label={t('to')} list="mergeable" value={to} onChange={(event) => setTo(event.currentTarget.value)} />
      </div>
      <datalist id="mergeable">
        {parts.map(({ id, name }) => (
          <option key={id} value={name} />
        ))}
      </datalist>
      {part && into && part !== into ? (
        <MergeSteps key={`${part} ${into}`} conference={conference} kind={kind} part={part} into={into} />
      ) : null}
    </div>
  )
}
