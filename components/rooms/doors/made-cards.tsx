import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { useAction, type Outcome } from '@/components/ui/use-action'
import { DoorSheet, type DoorCard } from './door-sheet'

type Actions<Asked> = {
  create: (asked: Asked) => Promise<Outcome<DoorCard[]>>
  revoke: (asked: { conference: string; links: string[] }) => Promise<Outcome<void>>
}

/** Makes secret addresses for doors, which are known this once, and takes back what was just made. */
export function useMadeCards<Asked extends { conference: string }>({ create, revoke }: Actions<Asked>) {
  const router = useRouter()
  const [cards, setCards] = useState<readonly DoorCard[]>([])
  const [said, setSaid] = useState<'takenBack' | 'failed' | 'tooMany' | null>(null)
  const [making, taking] = [useAction(create), useAction(revoke)]
  const make = async (asked: Asked) => {
    setSaid(null)
    const made = await making.run(asked)
    if (made.ok) setCards(made.value)
    else setSaid(made.reason === 'TOO_LARGE' ? 'tooMany' : 'failed')
    router.refresh()
  }
  const takeBack = async (conference: string) => {
    const { ok } = await taking.run({ conference, links: cards.map(({ id }) => id) })
    if (ok) setCards([])
    setSaid(ok ? 'takenBack' : 'failed')
    router.refresh()
  }
  return { cards, said, make, takeBack, isMaking: making.pending, isTaking: taking.pending }
}

type Props = {
  conference: { slug: string; name: string }
  made: Pick<ReturnType<typeof useMadeCards>, 'cards' | 'said' | 'takeBack' | 'isTaking'>
  words: 'cards' | 'signs'
}

/** What came of it: the cards, to print and to take back, or why there are none. */
export function MadeCards({ conference, made: { cards, said, takeBack, isTaking }, words }: Props) {
  const t = useTranslations(`stewards.${words}`)
  return (
    <>
      {said ? (
        <Notice tone={said === 'takenBack' ? 'info' : 'danger'} live>
          {t(said)}
        </Notice>
      ) : null}
      {cards.length > 0 ? (
        <DoorSheet conference={conference.name} cards={cards} words={words}>
          <p>{t('made', { count: cards.length })}</p>
          <Button disabled={isTaking} onClick={() => void takeBack(conference.slug)}>
            {t('takeBack')}
          </Button>
        </DoorSheet>
      ) : null}
    </>
  )
}
