'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { Card } from '@/components/ui/card'
import { ButtonLink } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { Page } from '@/components/ui/page'
import { SubmitButton } from '@/components/ui/submit-button'
import { ListShape } from '@/components/ui/shape'
import { useAction } from '@/components/ui/use-action'
import { ownClocks, sayWhen } from '@/lib/i18n/dates'
import { createGroupAction } from '@/lib/planning/server/group-actions'
import { useAgenda } from '@/lib/program/device/use-agenda'
import { useTogether } from '@/lib/planning/device/use-together'
import { pageAddress } from '@/lib/program/addresses'
import { useViewer } from '@/lib/sync/client/viewer/use-viewer'
import { GroupCard } from './group-card'

type Props = {
  conference: { id: string; slug: string; name: string }
  days: { date: string; label: string }[]
  /** Whoever is here is nameless: they are asked before others see them. */
  asksName: boolean
}

/** Who of my groups goes where, what nobody covers, and the way for others to join. */
export function TogetherScreen({ conference, days, asksName }: Props) {
  const [t, language] = [useTranslations('together'), useLocale()]
  const viewer = useViewer()
  const { agenda } = useAgenda(conference.slug)
  const { together, asOf, state, reload } = useTogether(conference.id)
  const [links, setLinks] = useState<ReadonlyMap<string, string>>(new Map())
  const onLink = (group: string, link: string) => {
    setLinks(new Map([...links, [group, link]]))
    void reload()
  }

  return (
    <Page title={t('title')} lead={t('lead')}>
      {!viewer && state === 'refused' ? (
        <Notice>
          <p>{t('signIn')}</p>
          <p>
            <ButtonLink variant="primary" href={`/sign-in?to=${pageAddress(conference.slug, 'together')}`}>
              {t('signInButton')}
            </ButtonLink>
          </p>
        </Notice>
      ) : null}
      {viewer && state === 'refused' ? (
        <Notice tone="warning" live>
          {t('closed')}
        </Notice>
      ) : null}
      {state === 'unreachable' && !together ? (
        <Notice tone="warning" live>
          {t('unreachable')}
        </Notice>
      ) : null}
      {state !== 'refused' && state !== 'unreachable' && !(together && agenda) ? <ListShape /> : null}
      {together && asOf && state === 'unreachable' ? (
        <p role="status" className="text-sm text-muted">
          {t('asOf', { time: sayWhen({ startAt: asOf }, { ...ownClocks(agenda?.conference.timeZone), language }) })}
        </p>
      ) : null}
      {together && agenda
        ? together.groups.map((group) => (
            <GroupCard
              key={group.id}
              group={group}
              agenda={agenda}
              days={days}
              link={links.get(group.id) ?? null}
              onLink={(link) => onLink(group.id, link)}
              onChanged={() => void reload()}
            />
          ))
        : null}
      {viewer && together ? (
        <NewGroup
          conferenceId={conference.id}
          isFirst={together.groups.length === 0}
          asksName={asksName}
          onMade={onLink}
        />
      ) : null}
    </Page>
  )
}

function NewGroup({
  conferenceId,
  isFirst,
  asksName,
  onMade,
}: {
  conferenceId: string
  isFirst: boolean
  asksName: boolean
  onMade: (group: string, link: string) => void
}) {
  const t = useTranslations('together')
  const { run, pending, outcome } = useAction(createGroupAction)
  const make = async (form: HTMLFormElement) => {
    const fields = new FormData(form)
    const yourName = String(fields.get('yourName') ?? '').trim()
    const made = await run({ conferenceId, name: String(fields.get('name') ?? ''), ...(yourName && { yourName }) })
    if (!made.ok) return
    form.reset()
    onMade(made.value.id, made.value.link)
  }
  return (
    <Card aria-labelledby="new-group">
      <h2 id="new-group" className="text-lg font-semibold">
        {t(isFirst ? 'first' : 'another')}
      </h2>
      {isFirst ? <p>{t('firstLead')}</p> : null}
      <form
        className="grid gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          void make(event.currentTarget)
        }}
      >
        <Field name="name" label={t('name')} hint={t('nameHint')} required maxLength={60} autoComplete="off" />
        {asksName && isFirst ? (
          <Field
            name="yourName"
            label={t('yourName')}
            hint={t('yourNameHint')}
            required
            maxLength={100}
            autoComplete="name"
          />
        ) : null}
        <p>
          <SubmitButton variant="primary" disabled={pending}>
            {t('make')}
          </SubmitButton>
        </p>
      </form>
      {outcome && !outcome.ok ? (
        <Notice tone="danger" live>
          {t(outcome.reason === 'too-many-groups' ? 'tooMany' : 'failed')}
        </Notice>
      ) : null}
    </Card>
  )
}
