import { expect, it } from 'vitest'
import { runProgram } from './programs.mjs'

it('reads every file of a folder, with what belongs beside it, and says what came of each', async () => {
  const { ok, output } = await runProgram('node', ['scripts/check-real.mjs', 'lib/formats/fixtures/voxxrin-2014'])
  expect({ ok, lines: output.trim().split('\n').at(-1) }).toEqual({
    ok: true,
    lines: expect.stringContaining('0 crashed'),
  })
  expect(output).toMatch(/voxxrin-2014 +\d+ +\d+ +\d+ +\d+ +\d\.\d/)
})
