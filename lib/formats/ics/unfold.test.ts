import { expect, it } from 'vitest'
import { unfold } from './unfold'

const bytes = (text: string) => Buffer.from(text, 'latin1')

it('joins lines over an empty one, and counts them as they stand', () => {
  expect(unfold(bytes('SUMMARY:One\r\n\r\n  two\n\n\nUID:1'))).toEqual([
    { number: 1, text: 'SUMMARY:One two' },
    { number: 6, text: 'UID:1' },
  ])
})

it('reads each line in the charset that it names, unless it is UTF-8 all the same', () => {
  const lines = [
    'A;CHARSET=ISO-8859-1:Caf\xe9',
    'B;CHARSET=ISO-8859-1:Caf\xc3\xa9',
    'C;CHARSET="windows-1251":\xcf\xf0',
    'D;CHARSET=none-such:\xe9',
    'E:\xe9',
  ]
  expect(unfold(bytes(lines.join('\n'))).map(({ text }) => text.replace(/^.*:/, ''))).toEqual([
    'Café',
    'Café',
    'Пр',
    '�',
    '�',
  ])
})

it('decodes quoted-printable, over line ends too, and escapes its own as iCalendar does', () => {
  const lines = [
    'SUMMARY;ENCODING=QUOTED-PRINTABLE;CHARSET=ISO-8859-1:Caf=E9 =',
    ' noir=0D=0Aet=3D',
    'UID:1=',
    'NOTE;QUOTED-PRINTABLE:na=C3=AFf=',
  ]
  expect(unfold(bytes(lines.join('\r\n')))).toEqual([
    { number: 1, text: 'SUMMARY;CHARSET=ISO-8859-1:Café  noir\\net=' },
    { number: 3, text: 'UID:1=' },
    { number: 4, text: 'NOTE:naïf' },
  ])
})
