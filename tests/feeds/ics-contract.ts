/**
 * What a calendar of ours has to keep (RFC 5545, 7986, and what calendars do with it), held against its bytes without a
 * parser of anybody's: what a parser forgives is wrong all the same.
 * @returns what is wrong, each with its line
 */
export function faultsOfCalendar(bytes: Uint8Array): string[] {
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  const lines = unfold(text)
  return [...faultsOfLines(text), ...faultsOfTree(lines), ...faultsOfHead(lines), ...faultsOfEvents(lines)]
}

type Line = { name: string; params: string; value: string }

function faultsOfLines(text: string): string[] {
  const physical = text.split('\r\n')
  return [
    ...(physical.at(-1) === '' ? [] : ['the last line has no end']),
    ...physical.slice(0, -1).flatMap((line) => [
      ...(Buffer.byteLength(line) > 75 ? [`longer than 75 octets: ${line}`] : []),
      // A line that was cut within a letter is none by itself.
      ...(line === '' || /[^\P{Cc}\t]/u.test(line)
        ? [`empty, or with a control character: ${JSON.stringify(line)}`]
        : []),
    ]),
  ]
}

function unfold(text: string): Line[] {
  return text
    .replaceAll('\r\n ', '')
    .split('\r\n')
    .filter(Boolean)
    .map((line) => {
      const [, name = '', params = '', value = ''] = /^([A-Z0-9-]+)((?:;[A-Z0-9-]+=[^":;,]*)*):(.*)$/s.exec(line) ?? []
      return { name, params, value: name ? value : line }
    })
}

function faultsOfTree(lines: Line[]): string[] {
  const open: string[] = []
  const faults = lines.filter(({ name }) => name === '').map(({ value }) => `no property: ${value}`)
  for (const [at, { name, value }] of lines.entries()) {
    if (name === 'BEGIN') open.push(value)
    if (name === 'END' && open.pop() !== value) faults.push(`END:${value} ends nothing`)
    if (open.length === 0 && at < lines.length - 1) faults.push('something stands outside')
  }
  return [...faults, ...open.map((name) => `${name} does not end`)]
}

const calendarOnce = [
  'VERSION',
  'PRODID',
  'CALSCALE',
  'NAME',
  'X-WR-CALNAME',
  'LAST-MODIFIED',
  'REFRESH-INTERVAL',
  'X-PUBLISHED-TTL',
]

function faultsOfHead(lines: Line[]): string[] {
  const end = lines.findIndex(({ name, value }, at) => at > 0 && name === 'BEGIN' && value !== 'VCALENDAR')
  const head = lines.slice(1, end)
  const tail = lines.slice(lines.findLastIndex(({ name, value }) => name === 'END' && value === 'VEVENT') + 1)
  const valueOf = (name: string) => head.find((line) => line.name === name)?.value
  return [
    ...(end < 0 ? ['nothing is in it'] : []),
    ...calendarOnce
      .filter((name) => head.filter((line) => line.name === name).length !== 1)
      .map((name) => `${name} once`),
    ...(valueOf('VERSION') === '2.0' && valueOf('CALSCALE') === 'GREGORIAN' ? [] : ['of another version or scale']),
    ...(valueOf('NAME') === valueOf('X-WR-CALNAME') ? [] : ['two names']),
    // vdirsyncer would take it for that of every event.
    ...(head.some(({ name }) => name === 'UID') ? ['the calendar has a UID'] : []),
    ...(head.some(({ name }) => name === 'METHOD') ? ['METHOD makes an invitation of it'] : []),
    ...(tail.length > 1 ? ['properties of the calendar behind its events'] : []),
    ...faultsOfTexts(head, ['NAME', 'X-WR-CALNAME', 'DESCRIPTION', 'X-WR-CALDESC', 'X-WR-TIMEZONE']),
  ]
}

const UTC = /^\d{8}T\d{6}Z$/
const rules: Record<string, { times: 'once' | 'at most once'; value: RegExp }> = {
  UID: { times: 'once', value: /^[\da-f-]{36}@[\da-f-]+\.hallway$/ },
  DTSTAMP: { times: 'once', value: UTC },
  DTSTART: { times: 'once', value: /^\d{8}(?:T\d{6}Z)?$/ },
  SUMMARY: { times: 'once', value: /./ },
  SEQUENCE: { times: 'once', value: /^\d+$/ },
  STATUS: { times: 'once', value: /^(?:TENTATIVE|CONFIRMED|CANCELLED)$/ },
  TRANSP: { times: 'once', value: /^(?:OPAQUE|TRANSPARENT)$/ },
  'LAST-MODIFIED': { times: 'once', value: UTC },
  DTEND: { times: 'at most once', value: /^\d{8}(?:T\d{6}Z)?$/ },
  CREATED: { times: 'at most once', value: UTC },
  LOCATION: { times: 'at most once', value: /./ },
  DESCRIPTION: { times: 'at most once', value: /./ },
  URL: { times: 'at most once', value: /^https?:\/\/[^\s,;]+$/ },
  CLASS: { times: 'at most once', value: /^PRIVATE$/ },
  CATEGORIES: { times: 'at most once', value: /./ },
}

function faultsOfEvents(lines: Line[]): string[] {
  const events: Line[][] = []
  for (const line of lines) {
    if (line.name === 'BEGIN' && line.value === 'VEVENT') events.push([])
    else if (!(line.name === 'END')) events.at(-1)?.push(line)
  }
  const uids = events.map((event) => event.find(({ name }) => name === 'UID')?.value)
  return [...events.flatMap(faultsOfEvent), ...(new Set(uids).size < uids.length ? ['two events have one UID'] : [])]
}

function faultsOfEvent(event: Line[]): string[] {
  const all = (name: string) => event.filter((line) => line.name === name)
  const [start, end] = [all('DTSTART')[0], all('DTEND')[0]]
  return [
    ...Object.entries(rules).flatMap(([name, { times, value }]) => {
      const found = all(name)
      const isOften = found.length > 1 || (times === 'once' && found.length === 0)
      return [
        ...(isOften ? [`${name} ${times}, not ${found.length} times`] : []),
        ...found.filter((line) => !value.test(line.value)).map((line) => `${name}:${line.value}`),
      ]
    }),
    ...event.filter(({ name }) => !(name in rules) && !name.startsWith('X-')).map(({ name }) => `${name} is not ours`),
    ...(end && (!start || end.value <= start.value || end.params !== start.params) ? ['it ends as it begins'] : []),
    ...(start && (start.params === ';VALUE=DATE') !== /^\d{8}$/.test(start.value) ? [`DTSTART${start.params}`] : []),
    ...(all('TRANSP')[0]?.value === 'OPAQUE' && all('STATUS')[0]?.value === 'CANCELLED' ? ['cancelled and busy'] : []),
    ...faultsOfTexts(event, ['SUMMARY', 'LOCATION', 'DESCRIPTION', 'CATEGORIES']),
  ]
}

/** A backslash stands before itself, a comma, a semicolon or n; neither of the two separators without one. */
function faultsOfTexts(lines: Line[], names: string[]): string[] {
  return lines
    .filter(({ name, value }) => names.includes(name) && !/^(?:[^\\;,]|\\[\\;,nN])*$/s.test(value))
    .map(({ name, value }) => `not escaped: ${name}:${value}`)
}
