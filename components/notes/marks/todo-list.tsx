import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { settleBidi } from '@/lib/platform/bidi'
import { todoKey, useTodoTicks, type Todo } from './use-todo-ticks'

type Props = { marks: readonly Todo[]; from: (note: Todo['note']) => ReactNode }

/** All to-dos; ticking one writes it into its note. Open ones first. */
export function TodoList({ marks, from }: Props) {
  const t = useTranslations('notes')
  const { isDone, tick } = useTodoTicks(marks)
  /** What was ticked here stays where it was: what is moved loses the focus, and whoever reads on their place. */
  const [stays, setStays] = useState<ReadonlyMap<string, 'open' | 'done'>>(new Map())
  if (marks.length === 0) return null
  const placeOf = (todo: Todo) => stays.get(todoKey(todo)) ?? (todo.mark.done ? 'done' : 'open')
  const onTick = (todo: Todo) => {
    setStays((known) => new Map([...known, [todoKey(todo), placeOf(todo)]]))
    tick(todo)
  }
  const open = marks.filter((todo) => !isDone(todo))
  return (
    <section>
      <h2 className="py-2 text-lg font-semibold">
        {t('outline.todo')} <span className="font-normal text-muted">{t('outline.open', { open: open.length })}</span>
      </h2>
      <ul className="divide-y divide-line border-y border-line">
        {(['open', 'done'] as const)
          .flatMap((place) => marks.filter((todo) => placeOf(todo) === place))
          .map((todo) => (
            <li key={todoKey(todo)} className="[contain-intrinsic-size:auto_5rem] [content-visibility:auto]">
              <label className="flex min-h-11 items-center gap-3">
                <input
                  type="checkbox"
                  checked={isDone(todo)}
                  onChange={() => onTick(todo)}
                  className="size-5 shrink-0 accent-(--accent)"
                />
                <span dir="auto" className={isDone(todo) ? 'text-muted line-through' : ''}>
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
