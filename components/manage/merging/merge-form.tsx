'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { SelectField } from '@/components/ui/field'
import type { MergedKind } from '@/lib/schedule/merging/kinds'
import { MergeSteps } from './merge-steps'

type Named = { id: string; name: string }
type Props = { conference: string; kind: MergedKind; part: string; hint: string; others: readonly Named[] }

/** Merges a part into another one: nothing is chosen beforehand, and what moves is shown before it is done. */
export function MergeForm({ conference, kind, part, hint, others }: Props) {
  const t = useTranslations('manage')
  const [into, setInto] = useState('')
  return (
    <div className="grid gap-3">
      <SelectField
        label={t('mergeInto')}
        hint={hint}
        value={into}
        onChange={(event) => setInto(event.currentTarget.value)}
      >
        <option value="" disabled>
          {t('mergeChoose')}
        </option>
        {others.map((other) => (
          <option key={other.id} value={other.id}>
            {other.name}
          </option>
        ))}
      </SelectField>
      {into === '' ? null : <MergeSteps key={into} conference={conference} kind={kind} part={part} into={into} />}
    </div>
  )
}
