'use client'

import { useDeferredValue, useState } from 'react'
import { Field } from '@/components/ui/field'
import { fold } from '@/lib/platform/search/fold'
import { settleBidi } from '@/lib/platform/bidi'

type Row = { id: string; href: string; title: string; facts: string }

/** Finds a session or a speaker by what they are called, among all. @param label what the search is called */
export function NameFinder({ label, rows }: { label: string; rows: Row[] }) {
  const [typed, setTyped] = useState('')
  const wanted = fold(useDeferredValue(typed))
  return (
    <div className="grid gap-3">
      <Field type="search" label={label} value={typed} onText={setTyped} />
      <ul className="grid gap-1">
        {rows
          .filter(({ title }) => fold(title).includes(wanted))
          .map(({ id, href, title, facts }) => (
            <li key={id} className="slot border-b border-line">
              <a href={href} className="block py-2 font-medium underline-offset-4 hover:underline">
                <bdi>{settleBidi(title)}</bdi>
              </a>
              {facts ? <p className="pb-2 text-sm text-muted">{facts}</p> : null}
            </li>
          ))}
      </ul>
    </div>
  )
}
