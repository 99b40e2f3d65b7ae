'use client'

import { useTranslations } from 'next-intl'
import { SubmitButton } from '@/components/ui/submit-button'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { useAction } from '@/components/ui/use-action'
import { joinGroupAction } from '@/lib/planning/server/group-actions'
import { pageAddress } from '@/lib/program/addresses'
import { isolated } from '@/lib/platform/bidi'

/** Joins with one tap. @param name what the others will see; null: none was chosen yet, and it is asked */
export function JoinGroup({ secret, name }: { secret: string; name: string | null }) {
  const t = useTranslations('together')
  const { run, pending, outcome } = useAction(joinGroupAction)
  const join = async (form: FormData) => {
    const asked = String(form.get('name') ?? '').trim()
    const joined = await run({ secret, ...(asked && { name: asked }) })
    if (joined.ok) location.assign(pageAddress(joined.value.slug, 'together'))
  }
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        void join(new FormData(event.currentTarget))
      }}
    >
      {name ? (
        <p>
          {t('asName', { name: isolated(name) })}{' '}
          <a className="inline-flex min-h-11 items-center text-accent underline underline-offset-4" href="/settings">
            {t('changeName')}
          </a>
        </p>
      ) : (
        <Field
          name="name"
          label={t('yourName')}
          hint={t('yourNameHint')}
          required
          maxLength={100}
          autoComplete="name"
        />
      )}
      <p>
        <SubmitButton variant="primary" disabled={pending}>
          {t('join')}
        </SubmitButton>
      </p>
      {outcome && !outcome.ok ? (
        <Notice tone="danger" live>
          {t(outcome.reason === 'full' ? 'full' : outcome.reason === 'too-many-groups' ? 'tooMany' : 'failed')}
        </Notice>
      ) : null}
    </form>
  )
}
