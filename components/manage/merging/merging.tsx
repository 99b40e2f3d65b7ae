'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { createContext, useContext, useEffect, useRef, useState, type ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { useAction } from '@/components/ui/use-action'
import { isolated } from '@/lib/platform/bidi'
import { undoMergeAction } from '@/lib/schedule/merging/actions'

type Done = { merge: string; name: string; into: string } | { apart: string }
const Telling = createContext<(done: Done) => void>(() => {})

/** Tells what was merged, or taken apart: whoever did it is beside what is not there any more. */
export function useMerged() {
  return useContext(Telling)
}

/** Stands around a screen where parts are merged: says at its head what was done last, and can undo a merge. */
export function Merging({ conference, children }: { conference: string; children: ReactNode }) {
  const [done, setDone] = useState<Done | null>(null)
  return (
    <Telling value={setDone}>
      {done === null ? null : 'apart' in done ? (
        <JustApart key={done.apart} name={done.apart} />
      ) : (
        <JustMerged key={done.merge} conference={conference} done={done} />
      )}
      {children}
    </Telling>
  )
}

function JustApart({ name }: { name: string }) {
  const t = useTranslations('manage.merging')
  const notice = useRef<HTMLDivElement>(null)
  // The button that had the focus went away.
  useEffect(() => notice.current?.focus(), [])
  return (
    <div ref={notice} tabIndex={-1}>
      <Notice tone="good" live>
        <p>{t('apart', { name: isolated(name) })}</p>
      </Notice>
    </div>
  )
}

type Merged = { conference: string; done: Exclude<Done, { apart: string }> }

function JustMerged({ conference, done: { merge, name, into } }: Merged) {
  const t = useTranslations('manage.merging')
  const router = useRouter()
  const { run, pending, outcome } = useAction(undoMergeAction)
  const notice = useRef<HTMLDivElement>(null)
  // What had the focus went away: the part, or the button that undid it.
  const isUndone = outcome?.ok ?? false
  useEffect(() => notice.current?.focus(), [isUndone])
  const names = { name: isolated(name), into: isolated(into) }
  return (
    <div ref={notice} tabIndex={-1}>
      <Notice tone={outcome && !outcome.ok ? 'danger' : 'good'} live>
        <p>{outcome ? (outcome.ok ? t('undone', names) : t('notUndone')) : t('done', names)}</p>
        {outcome?.ok ? null : (
          <div>
            <Button
              disabled={pending}
              onClick={() => void run({ conference, merge }).then((answer) => answer.ok && router.refresh())}
            >
              {t('undo')}
            </Button>
          </div>
        )}
      </Notice>
    </div>
  )
}
