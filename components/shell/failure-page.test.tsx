// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { said, show } from '@/tests/show'
import { FailurePage } from './failure-page'

it.each([
  ['en', 'In the log as 1984346792'],
  ['fr-CA', 'Dans le journal sous 1984346792'],
])('says in %s by which code the log has it, where it has one', (language, line) => {
  const retry = () => undefined
  show(<FailurePage language={language} code="1984346792" retry={retry} />)
  const withCode = said()
  show(<FailurePage language={language} code={undefined} retry={retry} />)
  expect([withCode.at(-1), withCode.slice(0, -1)]).toEqual([line, said()])
})
