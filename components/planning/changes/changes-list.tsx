import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { useEffect, useMemo, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { isMine, type SessionNews } from '@/lib/planning/changes'
import { overlapsWith } from '@/lib/planning/conflicts'
import { isolated } from '@/lib/platform/bidi'
import { pageAddress } from '@/lib/program/addresses'
import type { Agenda, AgendaSession } from '@/lib/program/agenda'
import { keepTrying } from '@/lib/sync/client/exchange/keep-trying'
import { useChanges } from '@/lib/planning/device/use-changes'
import { ChangesLine } from './changes-line'
import { UndoBar } from '@/components/shared/undo-bar'
import { useUndoablePicks } from '@/components/shared/use-undoable-picks'

const PlanBDialog = dynamic(
  () => keepTrying(() => import('@/components/shared/plan-b-dialog')).then((module) => module.PlanBDialog),
  {
    ssr: false,
  },
)

type Asked = { news: SessionNews; session: AgendaSession }

/** One line for each session of mine that changed, with what to do about it; whatever is done can be undone. */
export function ChangesList({ agenda }: { agenda: Agenda }) {
  const [t, plan] = [useTranslations('changes'), useTranslations('plan')]
  const { id, slug, timeZone } = agenda.conference
  const { news, keep, drop, replace, keepAll } = useChanges({ id, slug })
  const { picks, tell, bar } = useUndoablePicks(id)
  const [asked, setAsked] = useState<Asked | null>(null)
  const sessions = useMemo(() => new Map(agenda.sessions.map((session) => [session.id, session])), [agenda])
  const mine = useMemo(() => agenda.sessions.filter((session) => isMine(picks.get(session.id))), [agenda, picks])

  const say = (text: string, undo: () => void) => {
    answered.current = true
    tell(text, undo)
  }
  const onTake = (other: AgendaSession) => {
    if (asked) say(plan('swapped', { title: other.title }), replace(asked.news, other.id))
    setAsked(null)
  }
  const lines = (news ?? []).flatMap((one) => {
    const session = sessions.get(one.sessionId)
    // This device's programme may be older than what it knows of changes.
    return session ? [{ news: one, session }] : []
  })

  const list = useRef<HTMLUListElement>(null)
  const answered = useRef(false)
  useEffect(() => {
    // The button that was pressed went with its line; the next one is near.
    if (answered.current && document.activeElement === document.body) list.current?.focus({ preventScroll: true })
  }, [lines.length])

  return (
    <>
      <ul ref={list} tabIndex={-1} className="grid gap-2 empty:hidden">
        {lines.map(line)}
      </ul>
      {lines.length > 1 ? (
        <p>
          <Button onClick={() => say(t('keptAll'), keepAll())}>{t('keepAll')}</Button>
        </p>
      ) : null}
      {asked ? (
        <PlanBDialog
          agenda={agenda}
          picks={picks}
          wanted={asked.session}
          timeZone={timeZone}
          onTake={onTake}
          onClose={() => setAsked(null)}
        />
      ) : null}
      {bar ? <UndoBar {...bar} /> : null}
    </>
  )

  function line({ news: one, session }: Asked) {
    const { title } = session
    return (
      <ChangesLine
        key={session.id}
        news={one}
        session={session}
        address={pageAddress(slug, 'session', session.slug)}
        overlaps={overlapsWith(session, mine)}
        isPlanB={picks.get(session.id) === 'planB'}
        timeZone={timeZone}
        onKeep={() => say(t('kept', { title: isolated(title) }), keep(one))}
        onDrop={() => say(plan('done.none', { title }), drop(one))}
        onReplace={() => setAsked({ news: one, session })}
      />
    )
  }
}
