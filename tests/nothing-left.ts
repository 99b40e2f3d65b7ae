import { afterAll, vi } from 'vitest'

// Files of one process follow each other in it: what one of them changed of the clock, the globals and the environment
// is put back before the next one begins.
const before = { ...process.env }

afterAll(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name]
  Object.assign(process.env, before)
})
