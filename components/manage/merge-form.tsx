'use client'

import { useTranslations } from 'next-intl'
import { SelectField } from '@/components/ui/field'
import type { Outcome } from '@/components/ui/use-action'
import { isolated } from '@/lib/platform/bidi'
import { ActionForm } from '@/components/shared/action-form'

/** What goes along when one is merged into another. */
export type Moves = {
  sessions: number
  names: number
  readings?: number
  stewardLinks?: number
  announcements?: number
}
type Props = {
  action: (input: Record<string, string>) => Promise<Outcome<unknown>>
  values: Record<string, string>
  name: string
  hint: string
  others: { id: string; name: string }[]
  moves: Moves
}

const kinds = ['sessions', 'names', 'readings', 'stewardLinks', 'announcements'] as const

/** Merges a room or a track into another one: nothing is chosen beforehand, and what moves is named and asked about. */
export function MergeForm({ action, values, name, hint, others, moves }: Props) {
  const t = useTranslations('manage')
  const question = (fields: Record<string, string>) => {
    const into = others.find(({ id }) => id === fields.into)?.name ?? ''
    const moved = kinds.flatMap((kind) => (moves[kind] ? [t(`moves.${kind}`, { count: moves[kind] })] : []))
    return t('mergeAsk', { name: isolated(name), into: isolated(into), moved: moved.join('\n') })
  }
  return (
    <ActionForm action={action} values={values} submit={t('merge')} danger confirm={question}>
      <SelectField name="into" required label={t('mergeInto')} hint={hint} defaultValue="">
        <option value="" disabled>
          {t('mergeChoose')}
        </option>
        {others.map((other) => (
          <option key={other.id} value={other.id}>
            {other.name}
          </option>
        ))}
      </SelectField>
    </ActionForm>
  )
}
