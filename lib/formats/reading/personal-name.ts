/** Words that no person's name contains, but titles, roles and companies do. Lower case. */
const otherWords = new Set(
  (
    'a an and or of for to in on with at by from how why what when where who your you we our my is are be not do ' +
    'all no more vs the they it its this that ' +
    'keynote session sessions workshop demo talk talks panel event day night concert show round edition meetup ' +
    'meeting game games doors hours party tour team ' +
    'update updates remarks intro introduction dive part tutorial training lunch break dinner tba tbd option ' +
    'options session group discussion live recording tech innovation space banque entertainment kids ' +
    'director engineer engineering manager management officer head lead leader founder president architect ' +
    'specialist committee maintainer maintainers contributor ' +
    'reviewer chair co-chair co-chairs member members fellow evangelist advocate developer developers scientist ' +
    'research success relations product program project ' +
    'ceo cto cfo coo cio vp inc ltd llc gmbh sa ag se co corp lp bv foundation university labs cloud native ' +
    'kubernetes data ai ml platform security science ' +
    'technologies technology software systems networks solutions services bank institute consulting company open ' +
    'source about tools platforms container containers'
  ).split(' '),
)

const particles = new Set(
  'van von de der den del della di da dos das du la le el al bin ibn ben ten ter zu y e und af av st'.split(' '),
)

/** Could this be a person's full name: two to five capitalised words, none of which belongs in a title or a company? */
export function isPersonalName(text: string): boolean {
  const words = text.trim().split(/\s+/)
  // Scripts without capitals write a name as one word.
  if (words.length === 1) return /^\p{Lo}{2,5}$/u.test(text)
  const [first] = words
  return (
    words.length <= 5 &&
    !particles.has(words.at(-1) ?? '') &&
    words.every(isNameWord) &&
    !/^\p{Lu}{4,}$/u.test(first ?? '')
  )
}

/** Could this be the one name somebody goes by? */
export function isSingleName(text: string): boolean {
  return /^\p{Lu}\p{Ll}+$/u.test(text) && !otherWords.has(text.toLowerCase())
}

function isNameWord(word: string): boolean {
  if (particles.has(word)) return true
  const [, nickname] = /^["“'‘(](.+)["”'’)]$/u.exec(word) ?? []
  return /^[\p{Lu}\p{Lo}][\p{L}\p{M}'’.-]*$/u.test(nickname ?? word) && !otherWords.has(word.toLowerCase())
}
