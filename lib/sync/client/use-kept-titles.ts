import { useEffect, useState } from 'react'
import { keepTrying } from './keep-trying'
import { withEngine } from './local-state'

/** The titles of all sessions that this device keeps, by id; empty until they are read. */
export function useKeptTitles(): ReadonlyMap<string, string> {
  const [titles, setTitles] = useState<ReadonlyMap<string, string>>(new Map())
  useEffect(() => {
    let isOver = false
    const read = Promise.all([withEngine().then((engine) => engine.keptAgendas()), keepTrying(() => import('./readers'))])
    // No store to be had: nothing has a title.
    void read.then(([kept, { readAgenda }]) => kept.flatMap(({ agenda }) => readAgenda(agenda)?.sessions ?? []), () => []).then((sessions) => {
      if (!isOver) setTitles(new Map(sessions.map(({ id, title }) => [id, title])))
    })
    return () => void (isOver = true)
  }, [])
  return titles
}
