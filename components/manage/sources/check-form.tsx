'use client'

import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/shared/action-form'
import { SelectField } from '@/components/ui/field'
import { setChecksAction } from '@/lib/schedule/checks/actions'
import { checkChoices } from '@/lib/schedule/checks/pace'

type Props = {
  /** The conference's address and the source's id. */
  of: { conference: string; source: string }
  /** What is chosen, or suggested to whoever has not chosen yet. */
  minutes: number
}

/** How often a source is checked by itself. */
export function CheckForm({ of, minutes }: Props) {
  const t = useTranslations('manage.sources')
  return (
    <ActionForm action={setChecksAction} values={of} submit={t('setChecks')}>
      <SelectField name="minutes" label={t('minutes')} hint={t('minutesHint')} defaultValue={minutes}>
        {checkChoices.map((choice) => (
          <option key={choice} value={choice}>
            {t(`pace.m${choice}`)}
          </option>
        ))}
      </SelectField>
    </ActionForm>
  )
}
