import { useTranslations } from 'next-intl'
import { useRef, type ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { CopyText } from '@/components/ui/copy-text'
import { Outside } from '@/components/ui/facts'
import { Notice } from '@/components/ui/notice'
import { QrCode } from '@/components/ui/qr-code'
import { isolated } from '@/lib/platform/bidi'
import { AddressLines } from './address-lines'

/** What hangs at a door: an address as a square, for a room. */
export type DoorCard = { id: string; room: string; address: string }

type Props = {
  conference: string
  cards: readonly DoorCard[]
  /** What they are for: to count, or to show a sign. */ words: 'cards' | 'signs'
  /** What is said of them, and what else can be done with all. */ children: ReactNode
}

/** Cards for doors: each to copy, and all to print on the paper that there is, alone. */
export function DoorSheet({ conference, cards, words, children }: Props) {
  const [t, copying] = [useTranslations(`stewards.${words}`), useTranslations('stewards.copying')]
  const list = useRef<HTMLUListElement>(null)
  return (
    <>
      <Notice tone="good" live>
        <div className="flex flex-wrap items-center gap-2">
          <Button variant="primary" onClick={() => printOnly(list.current)}>
            {t('print')}
          </Button>
          {children}
        </div>
      </Notice>
      <ul ref={list} className="door-cards grid grid-cols-1 gap-4 sm:grid-cols-2">
        {cards.map(({ id, room, address }) => (
          <li
            key={id}
            className="grid justify-items-center gap-2 rounded-xl border border-line bg-raised p-4 text-center"
          >
            <p className="text-2xl font-semibold leading-tight">
              <Outside>{room}</Outside>
            </p>
            <QrCode text={address} name={t('square', { room: isolated(room) })} />
            <p>{t('scan')}</p>
            <p className="[overflow-wrap:anywhere] text-xs text-muted">
              <AddressLines address={address} />
            </p>
            <div className="print:hidden">
              <CopyText
                text={address}
                words={{ copy: copying('copy'), copied: copying('copied'), byHand: copying('byHand') }}
              />
            </div>
            <p className="text-xs text-muted">
              <Outside>{conference}</Outside>
            </p>
          </li>
        ))}
      </ul>
    </>
  )
}

/** Prints these cards and no others on the page (globals.css, `data-printed`). */
function printOnly(list: HTMLElement | null): void {
  list?.setAttribute('data-printed', '')
  // Some browsers print later than they are told to.
  addEventListener('afterprint', () => list?.removeAttribute('data-printed'), { once: true })
  print()
}
