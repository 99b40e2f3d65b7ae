'use client'

import { useTranslations } from 'next-intl'
import { useState, type SubmitEvent } from 'react'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { useAction } from '@/components/ui/use-action'
import { chooseHandleAction, publishRecapAction, unpublishRecapAction } from '@/lib/recaps/server/actions'
import type { Doubts } from '@/lib/recaps/server/publish'
import { settleOpenDraft } from './open-draft'
import { PublishAtField } from './publish-at-field'
import { PublishDoubts } from './publish-doubts'
import { useReason } from './use-reason'

type Props = {
  id: string
  slug: string
  handle: string | null
  /** They have a name, which stands over what they publish. */
  hasName: boolean
  origin: string
  state: 'draft' | 'scheduled' | 'published' | 'withdrawn'
}

/** Makes a recap public, now or later, and takes it back. */
export function PublishPanel({ id, slug, handle, hasName, origin, state }: Props) {
  const t = useTranslations('recaps')
  const say = useReason()
  const [refusal, setRefusal] = useState<string | null>(null)
  const [doubts, setDoubts] = useState<Doubts | null>(null)
  const [publishAt, setPublishAt] = useState('')
  const [isPending, setPending] = useState(false)

  async function publish(form: FormData, evenSo: boolean) {
    const unsettled = await settleOpenDraft()
    if (unsettled) return setRefusal(unsettled)
    const answer = await publishRecapAction({
      id,
      slug: String(form.get('slug') ?? ''),
      evenSo,
      ...(publishAt && { publishAt: new Date(publishAt).toISOString() }),
    }).catch(unreachable)
    if (answer.ok) return location.reload()
    if ('doubts' in answer) setDoubts(answer.doubts)
    else setRefusal(answer.reason)
  }
  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const isAfterDoubts = event.submitter?.getAttribute('name') === 'evenSo'
    setRefusal(null)
    setDoubts(null)
    setPending(true)
    await publish(form, isAfterDoubts)
    setPending(false)
  }
  const takeBack = async () => {
    if (!confirm(t('unpublishConfirm'))) return
    const answer = await unpublishRecapAction({ id }).catch(unreachable)
    if (answer.ok) location.reload()
    else setRefusal(answer.reason)
  }

  return (
    <Card aria-labelledby="publish">
      <h2 id="publish" className="text-xl font-semibold">
        {t('publish')}
      </h2>
      <p>
        {t(`state.${state}`)}
        {state === 'scheduled' ? ` · ${t('scheduledFor')}` : ''}
      </p>
      {state === 'published' && handle ? (
        <p>
          <a
            className="inline-flex min-h-11 items-center break-all text-accent underline underline-offset-4"
            href={`/@${handle}/${slug}`}
          >{`${origin}/@${handle}/${slug}`}</a>
        </p>
      ) : null}
      {handle === null ? (
        <HandleForm hasName={hasName} />
      ) : (
        <form method="post" onSubmit={submit} className="grid gap-4">
          <Field
            label={t('slug')}
            hint={`${origin}/@${handle}/… ${t('slugHint')}`}
            name="slug"
            defaultValue={slug}
            required
            maxLength={80}
            autoCapitalize="none"
            spellCheck={false}
          />
          <PublishAtField value={publishAt} onChange={setPublishAt} />
          {refusal ? (
            <Notice tone="danger" live>
              {say(refusal)}
            </Notice>
          ) : null}
          {doubts ? <PublishDoubts {...doubts} disabled={isPending} onLeave={() => setDoubts(null)} /> : null}
          <p className="flex flex-wrap gap-3">
            {doubts ? null : (
              <Button type="submit" variant="primary" disabled={isPending}>
                {t('publish')}
              </Button>
            )}
            {state === 'published' || state === 'scheduled' ? (
              <Button variant="danger" disabled={isPending} onClick={() => void takeBack()}>
                {t('unpublish')}
              </Button>
            ) : null}
          </p>
        </form>
      )}
    </Card>
  )
}

const unreachable = () => ({ ok: false as const, reason: 'UNAVAILABLE' })

function HandleForm({ hasName }: { hasName: boolean }) {
  const t = useTranslations('recaps')
  const say = useReason()
  const { run, pending, outcome } = useAction(chooseHandleAction)

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const name = String(form.get('name') ?? '').trim()
    if ((await run({ handle: String(form.get('handle') ?? ''), ...(name && { name }) })).ok) location.reload()
  }
  return (
    <form method="post" onSubmit={submit} className="grid gap-4">
      {hasName ? null : (
        <Field
          label={t('yourName')}
          hint={t('yourNameHint')}
          name="name"
          required
          maxLength={100}
          autoComplete="name"
        />
      )}
      <Field
        label={t('handle')}
        hint={t('handleHint')}
        name="handle"
        required
        maxLength={30}
        autoCapitalize="none"
        spellCheck={false}
        error={outcome?.ok === false ? say(outcome.reason) : undefined}
      />
      <p>
        <Button type="submit" variant="primary" disabled={pending}>
          {t('handleSave')}
        </Button>
      </p>
    </form>
  )
}
