'use client'

import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/shared/action-form'
import { Field } from '@/components/ui/field'
import { setSourceAddressAction } from '@/lib/schedule/checks/actions'

type Props = { of: { conference: string; source: string }; address: string | null }

/** Where a source is. */
export function SourceAddressForm({ of, address }: Props) {
  const t = useTranslations('manage.sources')
  return (
    <ActionForm action={setSourceAddressAction} values={of} submit={t('saveAddress')}>
      <Field
        name="address"
        inputMode="url"
        dir="ltr"
        required
        maxLength={2000}
        label={t('address')}
        hint={t('addressHint')}
        defaultValue={address ?? ''}
      />
    </ActionForm>
  )
}
