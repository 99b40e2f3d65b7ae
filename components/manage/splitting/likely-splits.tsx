'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { useAction } from '@/components/ui/use-action'
import { isolated } from '@/lib/platform/bidi'
import { sayOneRoomAction, splitRoomAction, takeBackSplitAction } from '@/lib/schedule/splitting/actions'
import type { LikelySplit } from '@/lib/schedule/splitting/likely-splits'
import type { SaidSplit } from '@/lib/schedule/splitting/list-splits'

type Props = {
  conference: string
  open: readonly LikelySplit[]
  /** What was said before, to be taken back. */ said: readonly SaidSplit[]
}

/** Asks of rooms whose names look like several whether they are; either answer is kept, and can be taken back. */
export function LikelySplits({ conference, open, said }: Props) {
  const t = useTranslations('manage.splitting')
  const router = useRouter()
  const [told, setTold] = useState<string | null>(null)
  const notice = useRef<HTMLDivElement>(null)
  // The button that had the focus goes with what was asked.
  useEffect(() => {
    if (told !== null) notice.current?.focus()
  }, [told])
  const tell = (sentence: string) => {
    setTold(sentence)
    router.refresh()
  }
  if (open.length + said.length === 0 && told === null) return null
  return (
    <Card aria-labelledby="splits">
      <h3 id="splits" className="text-lg font-semibold">
        {t('title')}
      </h3>
      <p className="text-sm text-muted">{t('lead')}</p>
      {told === null ? null : (
        <div ref={notice} tabIndex={-1}>
          <Notice tone="good" live>
            <p>{told}</p>
          </Notice>
        </div>
      )}
      <ul className="divide-y divide-line">
        {open.map((split) => (
          <li key={split.id} className="py-2">
            <AskedSplit conference={conference} split={split} onTold={tell} />
          </li>
        ))}
      </ul>
      {said.length > 0 ? (
        <details>
          <summary className="min-h-11 py-2 text-accent underline underline-offset-4">
            {t('said', { count: said.length })}
          </summary>
          <ul className="divide-y divide-line">
            {said.map((one) => (
              <li key={one.key} className="py-2">
                <TakeBack conference={conference} split={one} onTold={tell} />
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </Card>
  )
}

type AskedProps = { conference: string; split: LikelySplit; onTold: (sentence: string) => void }

function AskedSplit({ conference, split: { id, name, into }, onTold }: AskedProps) {
  const t = useTranslations('manage.splitting')
  const [names, setNames] = useState(into)
  const split = useAction(splitRoomAction)
  const one = useAction(sayOneRoomAction)
  const pending = split.pending || one.pending
  const make = async () => {
    const done = await split.run({ conference, room: id, into: names })
    if (done.ok) onTold(t('done', { count: done.value.sessions }))
  }
  const refuse = async () => {
    const done = await one.run({ conference, room: id })
    if (done.ok) onTold(t('saidOne'))
  }
  return (
    <details>
      <summary className="flex min-h-11 items-center font-medium">
        {t('ask', { name: isolated(name), count: into.length })}
      </summary>
      <div className="grid gap-3 pt-2">
        <p className="text-sm text-muted">{t('hint', { name: isolated(name) })}</p>
        <div className="grid gap-3 sm:grid-cols-2">
          {names.map((text, nth) => (
            <Field
              key={nth}
              label={t('roomName', { number: nth + 1 })}
              maxLength={300}
              value={text}
              onText={(typed) => setNames(names.with(nth, typed))}
            />
          ))}
        </div>
        {[split.outcome, one.outcome].some((outcome) => outcome && !outcome.ok) ? <Failed /> : null}
        <div className="flex flex-wrap gap-2">
          <Button disabled={pending || names.some((text) => text.trim() === '')} onClick={() => void make()}>
            {t('do', { count: names.length })}
          </Button>
          <Button disabled={pending} onClick={() => void refuse()}>
            {t('one')}
          </Button>
        </div>
      </div>
    </details>
  )
}

type TakingBack = { conference: string; split: SaidSplit; onTold: (sentence: string) => void }

function TakeBack({ conference, split: { key, name, into }, onTold }: TakingBack) {
  const t = useTranslations('manage.splitting')
  const { run, pending, outcome } = useAction(takeBackSplitAction)
  const rooms = into.map(isolated).join(' + ')
  return (
    <div className="grid gap-2">
      <p>
        {into.length > 0 ? t('isInto', { name: isolated(name), into: rooms }) : t('isOne', { name: isolated(name) })}
      </p>
      {outcome && !outcome.ok ? <Failed /> : null}
      <div>
        <Button
          disabled={pending}
          onClick={() => void run({ conference, key }).then((done) => done.ok && onTold(t('back')))}
        >
          {t('takeBack')}
        </Button>
      </div>
    </div>
  )
}

function Failed() {
  const t = useTranslations('manage.splitting')
  return (
    <Notice tone="danger" live>
      <p>{t('failed')}</p>
    </Notice>
  )
}
