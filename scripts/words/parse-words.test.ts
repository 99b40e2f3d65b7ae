import { expect, it } from 'vitest'
import { quantity } from './quantity'
import { misunderstood, parseWords } from './parse-words'

const known = { check: { type: 'boolean', default: false }, as: { type: 'string' } } as const
const wrongOf = (...words: string[]) => {
  const parsed = parseWords(words, known)
  return 'wrong' in parsed ? parsed.wrong : null
}

it('reads options, and what else is named', () => {
  const parsed = parseWords(['a.tar.gz', '--as', 'kubecon', '--check', '--', '--b'], known)
  expect('wrong' in parsed ? parsed : { ...parsed.values, named: parsed.positionals }).toEqual({
    as: 'kubecon',
    check: true,
    named: ['a.tar.gz', '--b'],
  })
})

it.each([
  [['--bogus'], ['There is no option --bogus. There are --check, --as.']],
  [['-x'], ['There is no option -x. There are --check, --as.']],
  [['--toString'], ['There is no option --toString. There are --check, --as.']],
  [['--as'], ['--as needs a value.']],
  [['--as='], ['--as needs a value.']],
  [['--as', '--check'], ['--as needs a value.']],
  [['--as=-x'], null],
  [['--check=yes'], ['--check takes no value.']],
  [
    ['--no', 'file', '--as'],
    ['There is no option --no. There are --check, --as.', '--as needs a value.'],
  ],
])('says of %j what is wrong', (words, wrong) => {
  expect(wrongOf(...words)).toEqual(wrong)
})

it('says that before how the command is used', () => {
  expect(misunderstood(['This is wrong.', 'That, too.'], 'npm run it')).toBe('This is wrong.\nThat, too.\n\nnpm run it')
})

it('counts one thing, and others', () => {
  expect([quantity(0, 'pick'), quantity(1, 'pick'), quantity(2, 'pick')]).toEqual(['0 picks', '1 pick', '2 picks'])
})
