import { useRef, useState } from 'react'
import { noteActions } from '@/lib/notes/device/note-actions'
import { findTodo, tickTodo } from '@/lib/notes/marks'
import type { Marked } from '@/lib/notes/outline'
import type { NoteInConference } from '@/lib/notes/place-notes'

export type Todo = Marked<'todo', NoteInConference>
type Tick = { done: boolean; /** It is in its note, which may not be drawn yet. */ isWritten: boolean }
type Ticks = { isDone: (todo: Todo) => boolean; tick: (todo: Todo) => void }

/** What is ticked and opened again, at once on the screen; each tap after the one before it in its note. */
export function useTodoTicks(todos: readonly Todo[]): Ticks {
  const [ticks, setTicks] = useState<ReadonlyMap<string, Tick>>(new Map())
  const written = useRef<Promise<unknown>>(Promise.resolve())
  const isDone = (todo: Todo) => ticks.get(todoKey(todo))?.done ?? todo.mark.done
  const drawn = todos.filter((todo) => {
    const tick = ticks.get(todoKey(todo))
    return tick?.isWritten && tick.done === todo.mark.done
  })
  if (drawn.length > 0) setTicks((known) => without(known, drawn.map(todoKey)))

  const tick = (todo: Todo) => {
    const [key, asked] = [todoKey(todo), { done: !isDone(todo), isWritten: false }]
    const settle = (as: (known: ReadonlyMap<string, Tick>) => ReadonlyMap<string, Tick>) =>
      setTicks((known) => (known.get(key) === asked ? as(known) : known))
    setTicks((known) => new Map([...known, [key, asked]]))
    const writing = written.current.then(() => write(todo, asked.done))
    written.current = writing.catch(() => undefined)
    void writing.then(
      () => settle((known) => new Map([...known, [key, { ...asked, isWritten: true }]])),
      () => settle((known) => without(known, [key])),
    )
  }
  return { isDone, tick }
}

/** A line that says something else is another to-do. */
export function todoKey({ note, mark }: Todo): string {
  return `${note.id} ${mark.line} ${mark.text}`
}

function write({ note, mark }: Todo, done: boolean): Promise<void> {
  return noteActions().change(note.id, (text) => {
    const line = findTodo(text, mark)
    return line === null ? text : tickTodo(text, line, done)
  })
}

function without(ticks: ReadonlyMap<string, Tick>, keys: readonly string[]): ReadonlyMap<string, Tick> {
  return new Map([...ticks].filter(([key]) => !keys.includes(key)))
}
