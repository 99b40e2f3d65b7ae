'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { useAction } from '@/components/ui/use-action'
import { createSignLinksAction, revokeSignLinksAction } from '@/lib/rooms/server/actions'
import { DoorSheet, type DoorCard } from './door-sheet'

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
  const router = useRouter()
  const [cards, setCards] = useState<readonly DoorCard[]>([])
  const [said, setSaid] = useState<'takenBack' | 'failed' | 'tooMany' | null>(null)
  const [making, taking] = [useAction(createSignLinksAction), useAction(revokeSignLinksAction)]
  const make = async () => {
    setSaid(null)
    const made = await making.run({ conference: conference.slug, room: null })
    if (made.ok) setCards(made.value)
    else setSaid(made.reason === 'TOO_LARGE' ? 'tooMany' : 'failed')
    router.refresh()
  }
  const takeBack = async () => {
    const { ok } = await taking.run({ conference: conference.slug, links: cards.map(({ id }) => id) })
    if (ok) setCards([])
    setSaid(ok ? 'takenBack' : 'failed')
    router.refresh()
  }
  return (
    <>
      {cards.length === 0 && missing > 0 ? (
        <p>
          <Button disabled={making.pending} onClick={() => void make()}>
            {t('make', { count: missing })}
          </Button>
        </p>
      ) : null}
      {said ? (
        <Notice tone={said === 'takenBack' ? 'info' : 'danger'} live>
          {t(said)}
        </Notice>
      ) : null}
      {cards.length > 0 ? (
        <DoorSheet conference={conference.name} cards={cards} words="signs">
          <p>{t('made', { count: cards.length })}</p>
          <Button disabled={taking.pending} onClick={() => void takeBack()}>
            {t('takeBack')}
          </Button>
        </DoorSheet>
      ) : null}
    </>
  )
}
