'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { useAction } from '@/components/ui/use-action'
import { joinGroupAction } from '@/lib/planning/server/group-actions'
import { pageAddress } from '@/lib/program/addresses'

/** Joins with one tap. @param name what the others will see; null: none was chosen yet */
export function JoinGroup({ secret, name }: { secret: string; name: string | null }) {
  const t = useTranslations('together')
  const { run, pending, outcome } = useAction(joinGroupAction)
  const join = async () => {
    const joined = await run({ secret })
    if (joined.ok) location.assign(pageAddress(joined.value.slug, 'together'))
  }
  return (
    <>
      <p>
        {name ? t('asName', { name }) : t('noName')}{' '}
        <a className="inline-flex min-h-11 items-center text-accent underline underline-offset-4" href="/settings">
          {t('changeName')}
        </a>
      </p>
      <p>
        <Button variant="primary" disabled={pending} onClick={() => void join()}>
          {t('join')}
        </Button>
      </p>
      {outcome && !outcome.ok ? (
        <Notice tone="danger" live>
          {t(outcome.reason === 'full' ? 'full' : outcome.reason === 'too-many-groups' ? 'tooMany' : 'failed')}
        </Notice>
      ) : null}
    </>
  )
}
