'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { createSignLinksAction, revokeSignLinksAction } from '@/lib/rooms/server/actions'
import { DoorSheet, type DoorCard } from './door-sheet'
import { MadeCards, useMadeCards } from './made-cards'

type Props = {
  conference: { slug: string; name: string }
  /** Their addresses, where everybody may see them; null: each needs a secret one. */ open: readonly DoorCard[] | null
  /** Without a secret address. */ missing: number
}

/** The signs of a conference's doors: to open on a screen there, to copy, and to print as cards that lead to them. */
export function DoorSigns({ conference, open, missing }: Props) {
  const t = useTranslations('stewards.signs')
  const [isShown, setShown] = useState(false)
  return (
    <>
      <Card aria-labelledby="door-signs">
        <h3 id="door-signs" className="text-lg font-semibold">
          {t('title')}
        </h3>
        <p>{t('lead')}</p>
        {open ? (
          <p>
            <Button aria-expanded={isShown} onClick={() => setShown(!isShown)}>
              {t(isShown ? 'hide' : 'show', { count: open.length })}
            </Button>
          </p>
        ) : (
          <p className="text-sm text-muted">{t('leadPrivate')}</p>
        )}
        {open ? null : <SecretSigns conference={conference} missing={missing} />}
      </Card>
      {open && isShown ? (
        <DoorSheet conference={conference.name} cards={open} words="signs">
          <p>{t('hang')}</p>
        </DoorSheet>
      ) : null}
    </>
  )
}

/** Makes a secret address for each door without one, and shows them this once. */
function SecretSigns({ conference, missing }: Pick<Props, 'conference' | 'missing'>) {
  const t = useTranslations('stewards.signs')
  const made = useMadeCards({ create: createSignLinksAction, revoke: revokeSignLinksAction })
  return (
    <>
      {made.cards.length === 0 && missing > 0 ? (
        <p>
          <Button disabled={made.isMaking} onClick={() => void made.make({ conference: conference.slug, room: null })}>
            {t('make', { count: missing })}
          </Button>
        </p>
      ) : null}
      <MadeCards conference={conference} made={made} words="signs" />
    </>
  )
}
