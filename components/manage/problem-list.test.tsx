// @vitest-environment happy-dom
import { screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, it } from 'vitest'
import type { Problem } from '@/lib/platform/errors'
import type { BringInPreview } from '@/lib/schedule/bring-in/bring-in-form'
import { said, show } from '@/tests/show'
import { BringInResult } from './bring-in/bring-in-result'
import { ProblemList } from './problem-list'
import { WalkTable } from './walk-table'

const problem = (given: Partial<Problem>): Problem => ({
  severity: 'warning',
  path: 'talks.csv line 7',
  code: 'bad-time',
  detail: '25:00',
  ...given,
})

const preview: BringInPreview = {
  format: 'csv',
  title: null,
  timeZone: 'Europe/Paris',
  counts: { sessions: 1, rooms: 2, speakers: 0, days: 1 },
  firstHours: [],
  diff: { added: 1, changed: 2, cancelled: 0, restored: 0, unchanged: 9 },
  changes: [],
  problems: [],
  reason: null,
  seen: '',
}

it('says of each problem how grave it is, where, what, and the value', () => {
  show(
    <ProblemList
      problems={[
        problem({ code: 'no-such-word-yet' }),
        problem({ severity: 'error', path: 'sessions.3', code: 'nothing-known', detail: '' }),
        problem({ severity: 'info', path: 'line 12', code: 'nothing-known', detail: '<script>' }),
      ]}
    />,
  )
  expect(said()).toEqual([
    'summary "3 things to know"',
    'Imported with a change talks.csv, line 7: no-such-word-yet (25:00)',
    'Not imported sessions.3: nothing-known',
    'Note line 12: nothing-known (<script>)',
  ])
  expect(document.querySelector('details')?.open).toBe(true)
})

it('says lines and kinds in French, and how many more there are of a kind by its name', () => {
  show(<ProblemList problems={[problem({ code: 'more-of-the-same', detail: 'end-missing: 12' })]} />, 'fr')
  expect(said()).toEqual([
    'summary "1 chose à savoir"',
    'Importé avec un changement talks.csv, ligne 7 : et d’autres du même genre (ces sessions n’ont pas de fin : 12)',
  ])
})

it('is folded while nothing was lost, and has no more lines than anybody reads', () => {
  show(<ProblemList problems={Array.from({ length: 103 }, () => problem({ code: 'nothing-known' }))} />)
  expect([document.querySelector('details')?.open, said().length, said().at(-1)]).toEqual([false, 102, 'and 3 more'])
  show(<ProblemList problems={[]} />)
  expect(said()).toEqual([])
})

it('says what an import would bring and change', () => {
  show(<BringInResult isNew={false} preview={preview} />)
  expect(said()).toEqual([
    'region "What it would be":',
    '  heading "What it would be"',
    '  status:',
    '    Table (CSV): 1 session, 2 rooms, 0 speakers, 1 day',
    '  Added',
    '  1',
    '  Changed',
    '  2',
    '  Unchanged',
    '  9',
  ])
})

it('says each changed field as screens say it, not as it is stored', async () => {
  const fields = [
    { field: 'startAt' as const, before: '2026-03-24T09:00:00.000Z', after: '2026-03-25T10:00:00.000Z' },
    { field: 'dayOn' as const, before: '2026-03-24', after: '2026-03-25' },
    { field: 'kind' as const, before: 'talk', after: 'lightning' },
    { field: 'title' as const, before: '', after: '<b>New</b>' },
  ]
  const change = {
    key: 'a',
    kind: 'changed' as const,
    title: 'Rust',
    when: { dayOn: '2026-03-25', startAt: '2026-03-25T10:00:00.000Z', endAt: null },
    fields,
  }
  show(<BringInResult isNew={false} preview={{ ...preview, diff: null, changes: [change] }} />)
  expect(said().slice(4)).toEqual([
    '  region "At another time":',
    '    heading "At another time 1 session"',
    '    Rust',
    '    Wed 25 Mar 11:00',
    '    time: Tue 24 Mar 10:00 → Wed 25 Mar 11:00',
    '    kind: Talk → Lightning talk',
    '    title: nothing → <b>New</b>',
    '    checkbox "Leave this out Rust"',
  ])
})

it('has a field for each way, what was measured in it and what is guessed behind it', async () => {
  const typed: [string, string][] = []
  show(
    <WalkTable
      zones={['North', 'South']}
      walks={[{ from: 'North', to: 'South', minutes: 9 }]}
      typed={new Map([['1 1', '3']])}
      onType={(cell, text) => typed.push([cell, text])}
    />,
  )
  const fields = screen.getAllByRole<HTMLInputElement>('spinbutton')
  expect(fields.map((field) => [field.getAttribute('aria-label'), field.value, field.placeholder])).toEqual([
    ['From North to North, minutes', '', '2'],
    ['From North to South, minutes', '9', '9'],
    ['From South to North, minutes', '', '9'],
    ['From South to South, minutes', '3', '2'],
  ])
  await userEvent.type(screen.getByLabelText('From South to North, minutes'), '7')
  expect(typed).toEqual([['1 0', '7']])
})
