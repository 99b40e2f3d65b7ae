'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { ComponentProps } from 'react'
import { Facts } from '@/components/ui/facts'
import { Notice } from '@/components/ui/notice'
import { sayWhen } from '@/lib/i18n/dates'
import { settleBidi } from '@/lib/platform/bidi'
import { pageAddress } from '@/lib/program/addresses'
import type { Collision } from '@/lib/schedule/edit/collisions'
import { ActionForm } from '@/components/shared/action-form'

type Value = { collisions: Collision[]; twice?: string[] }
type Props = Omit<ComponentProps<typeof ActionForm<Value>>, 'said'> & { conference: { slug: string; timeZone: string } }

/** A form that saves a session, and then says what it collides with: organizers may want that, and must know. */
export function SessionForm({ conference, ...form }: Props) {
  return <ActionForm<Value> {...form} said={(saved) => <Saved {...saved} conference={conference} />} />
}

function Saved({ collisions, twice = [], conference: { slug, timeZone } }: Value & Pick<Props, 'conference'>) {
  const [t, language] = [useTranslations('manage'), useLocale()]
  return (
    <Notice tone={collisions.length > 0 ? 'warning' : 'good'} live>
      <p>
        {t('saved')} {collisions.length > 0 ? t('collides', { count: collisions.length }) : ''}
      </p>
      {twice.length > 0 ? <p>{t('twice', { times: twice.join(', ') })}</p> : null}
      {collisions.length > 0 ? <ul className="grid gap-1">{collisions.map(collision)}</ul> : null}
    </Notice>
  )

  function collision(other: Collision) {
    return (
      <li key={other.slug}>
        <a
          dir="auto"
          className="inline-flex min-h-11 items-center font-medium underline underline-offset-4"
          href={pageAddress(slug, 'managedSession', other.slug)}
        >
          {settleBidi(other.title)}
        </a>
        <p className="text-sm text-muted">
          <Facts of={[sayWhen(other, { timeZone, language }), other.rooms.join(', '), other.speakers.join(', ')]} />
        </p>
      </li>
    )
  }
}
