'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button, ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { isolated } from '@/lib/platform/bidi'
import { takeParcel, type TakenParcel } from '@/lib/notes/device/parcel'
import { pageAddress } from '@/lib/program/addresses'

/** Takes what another device sealed, when somebody taps for it: what follows links by itself uses nothing up. */
export function TakeParcel() {
  const t = useTranslations('notes')
  const [state, setState] = useState<'idle' | 'taking' | TakenParcel>('idle')
  const take = async () => {
    setState('taking')
    setState(await takeParcel(location.hash).catch(() => ({ ok: false as const, reason: 'broken' as const })))
  }
  if (typeof state === 'object' && state.ok) return <Taken {...state} />
  return (
    <>
      <p>
        <Button variant="primary" disabled={state === 'taking'} onClick={() => void take()}>
          {state === 'taking' ? t('carry.taking') : t('carry.take')}
        </Button>
      </p>
      {typeof state === 'object' ? (
        <Notice tone="danger" live>
          {t(`carry.takeFailed.${state.reason}`)}
        </Notice>
      ) : null}
    </>
  )
}

function Taken({ counts, conferences, unnamed }: Extract<TakenParcel, { ok: true }>) {
  const t = useTranslations('notes')
  const { already, photos: _, ...taken } = counts
  return (
    <Notice tone="good" live>
      <p>{t('carry.taken', taken)}</p>
      {already > 0 ? <p>{t('backups.already', { count: already })}</p> : null}
      <p className="flex flex-wrap gap-3">
        {conferences.map(({ id, slug, name }, index) => (
          <ButtonLink key={id} variant={index === 0 ? 'primary' : 'quiet'} href={pageAddress(slug, 'plan')}>
            {t('carry.toPlan', { conference: isolated(name) })}
          </ButtonLink>
        ))}
        {unnamed.map((id) => (
          <ButtonLink key={id} href={`/notes/of/${id}`}>
            {t('all.openUnknown')}
          </ButtonLink>
        ))}
      </p>
    </Notice>
  )
}
