import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Field } from '@/components/ui/field'
import type { KeptForm } from './kept-form'

/** Where the schedule is. @param kept what the page said when it was left: of an address no password is kept */
export function AddressField({ kept }: { kept: KeptForm }) {
  const t = useTranslations('bringIn')
  const [isWritten, setWritten] = useState(false)
  return (
    <div className="grid gap-1">
      <Field
        name="address"
        inputMode="url"
        dir="ltr"
        required
        label={t('address')}
        hint={t('addressHint')}
        defaultValue={kept.address}
        placeholder="https://example2026.sched.com"
        onInput={() => setWritten(true)}
      />
      <p role="status" className="text-sm text-warning empty:hidden">
        {kept.withheld && !isWritten ? t('passwordAgain') : null}
      </p>
    </div>
  )
}
