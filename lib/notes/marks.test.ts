import { describe, expect, it } from 'vitest'
import { findTodo, parseMarks, tickTodo } from './marks'

describe('parseMarks', () => {
  it('reads each mark by how its line begins', () => {
    const text = [
      'A talk about queues',
      '> Latency is a choice — Ada Byron',
      '> Nobody said this',
      '? How do they roll back',
      '[ ] Read the paper',
      '- [x] Ask for the slides',
      '14:05 The demo fails',
      '@ Grace Hopper, Navy — compilers',
      '@Linus',
      '$ Acme — free socks, and a broker',
      '$ Initech',
    ].join('\n')
    expect(parseMarks(text)).toEqual([
      { kind: 'quote', line: 1, text: 'Latency is a choice', by: 'Ada Byron' },
      { kind: 'quote', line: 2, text: 'Nobody said this' },
      { kind: 'question', line: 3, text: 'How do they roll back' },
      { kind: 'todo', line: 4, text: 'Read the paper', done: false },
      { kind: 'todo', line: 5, text: 'Ask for the slides', done: true },
      { kind: 'time', line: 6, text: 'The demo fails', time: '14:05' },
      {
        kind: 'person',
        line: 7,
        text: 'Grace Hopper, Navy — compilers',
        name: 'Grace Hopper',
        company: 'Navy',
        about: 'compilers',
      },
      { kind: 'person', line: 8, text: 'Linus', name: 'Linus' },
      {
        kind: 'sponsor',
        line: 9,
        text: 'Acme — free socks, and a broker',
        company: 'Acme',
        about: 'free socks, and a broker',
      },
      { kind: 'sponsor', line: 10, text: 'Initech', company: 'Initech' },
    ])
  })

  it('takes a time before any other mark, as a phone writes it', () => {
    expect(parseMarks('9h05 > Ship it -- Bob\n  14:07 [] call back\n  23:59 ? why')).toEqual([
      { kind: 'quote', line: 0, time: '09:05', text: 'Ship it', by: 'Bob' },
      { kind: 'todo', line: 1, time: '14:07', text: 'call back', done: false },
      { kind: 'question', line: 2, time: '23:59', text: 'why' },
    ])
  })

  it('gives a quote the name that stands under it', () => {
    expect(parseMarks('> Simple is not easy\n> — Rich')).toEqual([
      { kind: 'quote', line: 0, text: 'Simple is not easy', by: 'Rich' },
    ])
  })

  it('finds links anywhere, without the punctuation around them', () => {
    expect(
      parseMarks(
        'See https://example.org/a_(b), and [the paper](https://example.org/p.pdf).\n[ ] read (http://example.net/x).',
      ),
    ).toEqual([
      { kind: 'link', line: 0, text: 'https://example.org/a_(b)', url: 'https://example.org/a_(b)' },
      { kind: 'link', line: 0, text: 'the paper', url: 'https://example.org/p.pdf' },
      { kind: 'todo', line: 1, text: 'read (http://example.net/x).', done: false },
      { kind: 'link', line: 1, text: 'http://example.net/x', url: 'http://example.net/x' },
    ])
  })

  it('leaves code, prices, wall clocks that are none, and empty prefixes alone', () => {
    expect(
      parseMarks(
        '```\n$ kubectl get pods\n> no\n```\n$50 cheaper\n?\n25:00 no\n12:75 no\n>\n[ ]\njavascript:alert(1)\n' +
          '1:1 talks',
      ),
    ).toEqual([])
  })

  it.each([
    ['a', 'a'.repeat(200_000), 0],
    ['spaces', ' '.repeat(200_000), 0],
    ['boxes', '[ ] '.repeat(50_000), 1],
    ['open brackets', '['.repeat(200_000), 0],
    ['half links', '[a](https://'.repeat(16_000), 1],
    ['dots', `https://${'.'.repeat(200_000)}`, 1],
    ['dashes', `> ${' — '.repeat(66_000)}`, 1],
    ['lines', '> a — b\n'.repeat(25_000), 25_000],
    ['addresses', 'https://e.org '.repeat(14_000), 14_000],
  ])('reads 200 kB of %s to the end', (_name, text, count) => {
    expect(parseMarks(text)).toHaveLength(count)
  })
})

describe('tickTodo', () => {
  it('ticks and opens the box of one line, whatever stands before and after it', () => {
    expect(tickTodo('[ ] a\n- [x] b [ ]\n14:05 [] c', 0, true)).toBe('[x] a\n- [x] b [ ]\n14:05 [] c')
    expect(tickTodo('[ ] a\n- [x] b [ ]\n14:05 [] c', 1, false)).toBe('[ ] a\n- [ ] b [ ]\n14:05 [] c')
    expect(tickTodo('[ ] a\n- [x] b [ ]\n14:05 [] c', 2, true)).toBe('[ ] a\n- [x] b [ ]\n14:05 [x] c')
  })

  it('changes nothing where there is no to-do, or where it is so already', () => {
    expect(tickTodo('no [ ] box', 0, true)).toBe('no [ ] box')
    expect(tickTodo('[ ] a', 7, true)).toBe('[ ] a')
    expect(tickTodo('[X] a\n[] b', 0, true)).toBe('[X] a\n[] b')
    expect(tickTodo('[X] a\n[] b', 1, false)).toBe('[X] a\n[] b')
  })
})

describe('findTodo', () => {
  it('finds a to-do that moved, the nearest of equal ones, and none that is gone', () => {
    expect(findTodo('new line\n[x] a', { line: 0, text: 'a' })).toBe(1)
    expect(findTodo('[ ] a\n[ ] b\n[ ] a', { line: 2, text: 'a' })).toBe(2)
    expect(findTodo('[ ] b', { line: 0, text: 'a' })).toBe(null)
  })
})
