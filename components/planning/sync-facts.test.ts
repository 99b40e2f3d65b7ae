import { expect, it } from 'vitest'
import { syncFacts } from './sync-facts'

const settled = { fetched: true, waiting: 0, refused: 0, online: true, troubled: false }

it.each([
  [settled, ['saved']],
  [{ ...settled, fetched: false }, ['fetching']],
  [{ ...settled, refused: 4 }, ['refused']],
  [{ ...settled, refused: 4, fetched: false }, ['refused', 'fetching']],
  [{ ...settled, waiting: 2 }, ['waiting']],
  [{ ...settled, waiting: 2, refused: 1, online: false }, ['waiting', 'refused', 'noNetwork']],
  [{ ...settled, waiting: 2, online: false, troubled: true }, ['waiting', 'troubled']],
])('says of %o that it is %j', (sync, facts) => {
  expect(syncFacts(sync)).toEqual(facts)
})
