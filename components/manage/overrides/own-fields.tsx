'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { createContext, Fragment, useContext, useEffect, useRef, useState, type ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { useAction } from '@/components/ui/use-action'
import {
  giveBackAction,
  givePartBackAction,
  takeAgainAction,
  takePartAgainAction,
} from '@/lib/schedule/overrides/actions'
import type { OwnedField } from '@/lib/schedule/overrides/list-owned'
import type { OwnedKind } from '@/lib/schedule/overrides/part-fields'
import { OwnGroup } from './own-group'

const Round = createContext(0)

type Props = {
  conference: { slug: string; timeZone: string }
  /** Of what they are. */ of: { kind: 'session' | OwnedKind; id: string }
  owned: readonly OwnedField[][]
  /** Another with each change of it. */ stamp: number
  children: ReactNode
}

/**
 * Says which fields of a session, a room or a speaker somebody decided and what the source says of them, and gives them
 * back; that can be undone at once. Around its form, whose fields (in `Fresh`) then show what is so again.
 */
export function OwnFields({ conference, of, owned, stamp, children }: Props) {
  const t = useTranslations('manage.own')
  const router = useRouter()
  const isSession = of.kind === 'session'
  const give = useAction(isSession ? giveBackAction : givePartBackAction)
  const take = useAction(isSession ? takeAgainAction : takePartAgainAction)
  const [undoable, setUndoable] = useState<number | null>(null)
  const [said, setSaid] = useState<'given' | 'taken' | 'failed' | null>(null)
  const notice = useRef<HTMLDivElement>(null)
  // The button that had the focus goes with what it did.
  useEffect(() => {
    if (said !== null) notice.current?.focus()
  }, [said])
  const [round, setRound] = useState({ of: stamp, nth: 0, isDue: false })
  if (round.isDue && round.of !== stamp) setRound({ of: stamp, nth: round.nth + 1, isDue: false })
  const values = { conference: conference.slug, ...of }
  const shownAnew = () => {
    setRound({ ...round, of: stamp, isDue: true })
    router.refresh()
  }
  const giveBack = async (field: string) => {
    const done = await give.run({ ...values, field })
    setSaid(done.ok ? 'given' : 'failed')
    setUndoable(done.ok ? done.value.version : null)
    if (done.ok) shownAnew()
  }
  const takeAgain = async (version: number) => {
    const done = await take.run({ ...values, version: String(version) })
    setSaid(done.ok ? 'taken' : 'failed')
    setUndoable(null)
    if (done.ok) shownAnew()
  }
  const pending = give.pending || take.pending
  return (
    <Round value={round.nth}>
      {owned.length > 0 ? (
        <Notice>
          <p className="font-semibold">{t('title')}</p>
          <ul className="grid gap-3">
            {owned.map((group) => (
              <OwnGroup
                key={group.map(({ field }) => field).join()}
                group={group}
                clocks={{ timeZone: conference.timeZone }}
                disabled={pending}
                onGive={(field) => void giveBack(field)}
              />
            ))}
          </ul>
        </Notice>
      ) : null}
      {said ? (
        <div ref={notice} tabIndex={-1}>
          <Notice tone={said === 'failed' ? 'danger' : 'good'} live>
            <p>{t(said)}</p>
            {undoable === null ? null : (
              <div>
                <Button disabled={pending} onClick={() => void takeAgain(undoable)}>
                  {t('undo')}
                </Button>
              </div>
            )}
          </Notice>
        </div>
      ) : null}
      {children}
    </Round>
  )
}

/** Fields of a form that begin anew when something was given back: what was typed before is no longer what is so. */
export function Fresh({ children }: { children: ReactNode }) {
  return <Fragment key={useContext(Round)}>{children}</Fragment>
}
