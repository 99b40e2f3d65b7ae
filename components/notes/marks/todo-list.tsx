import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { findTodo, toggleTodo } from '@/lib/notes/marks'
import type { Marked } from '@/lib/notes/outline'
import type { NoteInConference } from '@/lib/notes/place-notes'
import { settleBidi } from '@/lib/platform/bidi'
import { noteActions } from '@/lib/notes/device/note-actions'

type Todo = Marked<'todo', NoteInConference>
type Props = { marks: readonly Todo[]; from: (note: Todo['note']) => ReactNode }

/** All to-dos; ticking one writes it into its note. Open ones first. */
export function TodoList({ marks, from }: Props) {
  const t = useTranslations('notes')
  const [ticking, setTicking] = useState<readonly Todo[]>([])
  /** What was ticked here stays where it was: what is moved loses the focus, and whoever reads on their place. */
  const [stays, setStays] = useState<ReadonlyMap<string, 'open' | 'done'>>(new Map())
  if (marks.length === 0) return null
  const isTicking = (todo: Todo) => ticking.some((each) => isSame(each, todo))
  const placeOf = (todo: Todo) => stays.get(keyOf(todo)) ?? (todo.mark.done ? 'done' : 'open')
  const tick = (todo: Todo) => {
    if (isTicking(todo)) return
    setStays((known) => new Map([...known, [keyOf(todo), placeOf(todo)]]))
    setTicking((known) => [...known, todo])
    const isTicked = () => setTicking((known) => known.filter((each) => each !== todo))
    void noteActions()
      .change(todo.note.id, (text) => {
        const line = findTodo(text, todo.mark)
        return line === null ? text : toggleTodo(text, line)
      })
      .finally(isTicked)
  }
  const open = marks.filter(({ mark }) => !mark.done)
  return (
    <section>
      <h2 className="py-2 text-lg font-semibold">
        {t('outline.todo')} <span className="font-normal text-muted">{t('outline.open', { open: open.length })}</span>
      </h2>
      <ul className="divide-y divide-line border-y border-line">
        {(['open', 'done'] as const)
          .flatMap((place) => marks.filter((todo) => placeOf(todo) === place))
          .map((todo) => (
            <li key={keyOf(todo)} className="[contain-intrinsic-size:auto_5rem] [content-visibility:auto]">
              <label className="flex min-h-11 items-center gap-3">
                <input
                  type="checkbox"
                  checked={todo.mark.done !== isTicking(todo)}
                  aria-disabled={isTicking(todo) || undefined}
                  onChange={() => tick(todo)}
                  className="size-5 shrink-0 accent-(--accent)"
                />
                <span dir="auto" className={todo.mark.done ? 'text-muted line-through' : ''}>
                  {settleBidi(todo.mark.text)}
                </span>
              </label>
              {from(todo.note)}
            </li>
          ))}
      </ul>
    </section>
  )
}

function keyOf({ note, mark }: Todo): string {
  return `${note.id} ${mark.line}`
}

function isSame(one: Todo, other: Todo): boolean {
  return one.note.id === other.note.id && one.mark.line === other.mark.line && one.mark.done === other.mark.done
}
