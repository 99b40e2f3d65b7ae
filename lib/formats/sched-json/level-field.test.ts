import { expect, it } from 'vitest'
import { levelField } from './level-field'
import { schedSessionSchema } from './session'

const field = (...sessions: Record<string, string>[]) =>
  levelField(sessions.map((session) => schedSessionSchema.parse({ id: 'a', name: 'Fog', ...session })))

it('finds the text that holds levels alone', () => {
  expect([
    field({ company: 'Any' }, { company: 'Beginner' }, {}),
    field({ company: 'Pier 9', audience: 'Intermediate' }, { audience: 'Advanced' }),
    field({ company: 'Any' }, { company: 'Pier 9' }),
    field({ geo_area: 'Yes' }),
    field({}),
  ]).toEqual(['company', 'audience', null, null, null])
})
