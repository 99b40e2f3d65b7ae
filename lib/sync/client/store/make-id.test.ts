import { expect, it } from 'vitest'
import { z } from 'zod'
import { makeId } from './make-id'

it('makes ids that the server takes, each another', () => {
  const ids = Array.from({ length: 500 }, makeId)
  expect(z.array(z.uuidv4()).safeParse(ids).success).toBe(true)
  expect(new Set(ids).size).toBe(500)
})
