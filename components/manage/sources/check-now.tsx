'use client'

import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/shared/action-form'
import { Notice } from '@/components/ui/notice'
import { checkNowAction } from '@/lib/schedule/checks/actions'

/** Checks a source now, and says what came of it. */
export function CheckNow({ of }: { of: { conference: string; source: string } }) {
  const t = useTranslations('manage.sources')
  return (
    <ActionForm
      action={checkNowAction}
      values={of}
      submit={t('now')}
      said={({ outcome }) => (
        <Notice tone={outcome === 'applied' || outcome === 'unchanged' ? 'good' : 'warning'} live>
          <p>{t(`nowSaid.${outcome}`)}</p>
        </Notice>
      )}
    />
  )
}
