import { plainWords } from '../reading/day-words'
import { csvFields, type CsvField, type ColumnMapping } from '../reading/column-mapping'

/**
 * What people call a column in English, French, German and Dutch, without accents and in lower case; of several columns
 * the one named first here is taken.
 */
const names: Record<CsvField, string> = {
  id: 'id|session id|proposal id|uid|guid|code|event key|identifiant|reference|kennung',
  title:
    'title|titre|titel|intitule|session title|talk title|session name|talk name|proposal title|event title|' +
    'presentation title|talk|session|presentation|proposal|conference|vortrag|lezing|programmpunkt|onderdeel|sujet|' +
    'onderwerp|event name|event|name|nom|naam|what|quoi|was|wat',
  day: 'day|date|jour|tag|datum|dag|event date|session date|start date|date de debut|dia|giorno',
  start:
    'start|start time|starts at|starts|start at|begin|begins|begin time|from|heure de debut|debut|heure debut|' +
    'beginn|anfang|von|startzeit|begin tijd|begintijd|starttijd|aanvang|van|event start|start date time|time|heure|' +
    'horaire|horaires|uhrzeit|zeit|tijd|hour|time slot|slot|creneau',
  end:
    'end|end time|ends at|ends|end at|to|until|heure de fin|fin|heure fin|ende|bis|endzeit|eindtijd|einde|eind|tot|' +
    'event end|finish|finish time|end date time',
  duration:
    'duration|duree|dauer|duur|length|minutes|minuten|duration minutes|duration min|duree minutes|duree min|min|' +
    'mins',
  room:
    'room|salle|raum|zaal|stage|scene|venue|hall|saal|buhne|podium|location|lieu|place|ort|locatie|plek|ruimte|' +
    'amphi|room name|emplacement|where|ou|wo|waar',
  track: 'track|event type|piste|parcours|stream|category|categorie|kategorie|theme|thematique|thema|topic|topics',
  kind: 'kind|type|format|session type|talk type|session format|genre|nature|art|typ|soort|type de session|vortragsart',
  colocated:
    'co located event|colocated event|co located|colocated|evenement colocalise|evenement associe|side event|' +
    'sub event|parent event',
  speakers:
    'speakers|speaker|speaker names|speaker name|presenters|presenter|intervenants|intervenant|intervenante|' +
    'intervenantes|intervenant e s|orateurs|orateur|oratrice|conferenciers|conferencier|conferenciere|sprecher|' +
    'sprecherin|sprecherinnen|referenten|referent|referentin|vortragende|vortragender|sprekers|spreker|panelists|' +
    'facilitators|facilitator|hosts|host|authors|author|people|who|par',
  moderators:
    'moderators|moderator|moderated by|moderation|session chair|chair|chairs|moderateur|moderateurs|moderatrice|' +
    'animateur|animatrice|moderatorin',
  company:
    'companies|company|societes|societe|entreprises|entreprise|organisations|organisation|organizations|' +
    'organization|firmen|firma|unternehmen|bedrijven|bedrijf|organisatie|employer|employeur|affiliations|' +
    'affiliation|speaker company|speaker companies|company name',
  description:
    'description|abstract|resume|beschreibung|beschrijving|omschrijving|summary|details|inhalt|contenu|' +
    'zusammenfassung|samenvatting|text',
  language: 'language|langue|sprache|taal|lang',
  url: 'url|link|lien|website|web|site|session url|lien web',
  capacity:
    'capacity|seats|headsets|capacite|places|casques|jauge|kapazitat|platze|kopfhorer|capaciteit|plaatsen|' +
    'koptelefoons|room capacity|max capacity|max',
  status: 'status|state|active|published|cancelled|canceled|statut|etat|publie|annule|zustand|abgesagt|geannuleerd',
  level:
    'level|audience level|skill level|experience level|difficulty|audience|target audience|niveau|niveau requis|' +
    'public|zielgruppe|schwierigkeit|schwierigkeitsgrad|moeilijkheid|doelgroep',
  soldOut: 'sold out|soldout|fully booked|complet|ausgebucht|ausverkauft|uitverkocht|volgeboekt',
  registration:
    'separate registration|registration required|registration|requires registration|requires ticket|rsvp|invite only|' +
    'invitation only|inscription|inscription requise|sur inscription|anmeldung|anmeldung erforderlich|aanmelding|' +
    'aparte aanmelding',
  slides:
    'slides|slides url|slides link|slide deck|presentation link|presentation url|diapositives|diapos|' +
    'lien des diapos|folien|dias',
  replay:
    'replay|replay url|recording|recording url|video|video url|video link|youtube|enregistrement|rediffusion|' +
    'aufzeichnung|aufnahme|opname',
}

/** The same in Spanish, Portuguese, Italian and Japanese. */
const moreNames: Record<CsvField, string> = {
  id: 'identificador|codigo|codice|セッションid|番号|コード',
  title:
    'titulo|titulo de la sesion|titulo da sessao|titolo|charla|ponencia|sesion|palestra|sessao|intervento|sessione|' +
    'nombre|nome|タイトル|題名|演題|講演タイトル|講演名|セッションタイトル|セッション名|発表タイトル|セッション|講演|' +
    '発表|プログラム|名称|件名|内容',
  day: 'fecha|data|giornata|日付|日にち|日程|開催日|年月日|月日|日',
  start:
    'inicio|hora de inicio|hora inicio|comienzo|comienza|empieza|desde|hora|horario|hora de comeco|comeco|inicia|' +
    'inizio|ora di inizio|ora inizio|ora|orario|開始時間|開始時刻|開始日時|開始|時間|時刻|日時|時間帯',
  end:
    'hora de fin|hora fin|hora de finalizacion|termina|hasta|fim|hora de fim|hora de termino|termino|ate|' +
    'fine|ora di fine|ora fine|終了時間|終了時刻|終了日時|終了',
  duration: 'duracion|duracao|durata|所要時間|長さ|時間 分|分',
  room:
    'sala|sala de conferencias|aula|salon|lugar|ubicacion|escenario|local|auditorio|palco|palcoscenico|luogo|sede|' +
    '会場|部屋|会議室|場所|ルーム|ホール|教室|ステージ',
  track: 'tema|categoria|itinerario|trilha|percorso|トラック|テーマ|カテゴリ|カテゴリー|分野',
  kind: 'tipo|formato|tipo de sesion|tipo de sessao|tipo di sessione|種別|種類|形式|区分|セッション種別',
  colocated: 'evento asociado|evento paralelo|evento associado|evento collegato|併催イベント|共催イベント',
  speakers:
    'ponentes|ponente|oradores|orador|oradora|conferenciantes|conferenciante|conferencistas|ponente s|palestrantes|' +
    'palestrante|relatori|relatore|relatrice|oratori|oratore|登壇者|登壇者名|講演者|講演者名|発表者|発表者名|' +
    'スピーカー|スピーカー名|講師|出演者|パネリスト|氏名',
  moderators: 'moderador|moderadora|moderadores|moderatore|moderatrice|司会|司会者|モデレーター|座長',
  company:
    'empresa|empresas|compania|organizacion|organizacao|azienda|aziende|societa|会社|会社名|企業|企業名|所属|組織',
  description:
    'descripcion|resumen|descricao|resumo|descrizione|sintesi|riassunto|概要|説明|要旨|詳細|紹介文|アブストラクト|内容',
  language: 'idioma|lengua|lingua|linguagem|言語|発表言語',
  url: 'enlace|sitio web|ligacao|sitio|collegamento|sito|リンク|サイト|ウェブサイト',
  capacity: 'capacidad|aforo|plazas|asientos|capacidade|lugares|lotacao|capienza|posti|定員|収容人数|席数|座席数',
  level: 'nivel|dificultad|dificuldade|publico objetivo|livello|difficolta|レベル|難易度|対象者|対象',
  soldOut: 'agotado|agotada|esgotado|esgotada|esaurito|esaurita|満席',
  registration: 'inscripcion|inscricao|iscrizione|registro previo|事前登録|要登録',
  slides: 'diapositivas|presentacion enlace|diapositive|スライド|資料|発表資料',
  replay: 'grabacion|gravacao|registrazione|録画|動画|アーカイブ',
  status: 'estado|situacao|stato|cancelado|cancelada|annullato|状態|ステータス|公開状態|状況',
}

const entries = csvFields.map((field) => ({ field, words: `${names[field]}|${moreNames[field]}`.split('|') }))

/** Words that name no column by themselves: "Session start time", "Nom de la salle", "Your company". */
const fillers = new Set(
  (
    'session sessions talk talks event proposal presentation name names nom noms your the of de du des la le les l ' +
    'd der die das des van het naam in local utc el los las del do da dos das il lo gli di della dello nombre nome ' +
    'charla ponencia sesion sessao sessione palestra'
  ).split(' '),
)

/** Guesses from headers alone which column holds what; each column holds one thing. */
export function mapByHeaders(headers: readonly string[]): ColumnMapping {
  if (isSchedExport(headers)) return schedMapping(headers)
  const mapping = new Map<string, string>()
  for (const simplify of [plainName, withoutBrackets, withoutFillers]) {
    const candidates = headers.map((header) => ({ header, name: simplify(header) }))
    for (const { field, words } of entries) {
      const free = candidates.filter(({ header }) => ![...mapping.values()].includes(header))
      const found = words.flatMap((word) => free.find(({ name }) => name === word) ?? [])[0]
      if (found && !mapping.has(field)) mapping.set(field, found.header)
    }
  }
  return Object.fromEntries(mapping)
}

/**
 * sched.com's "export sessions": its columns have the same names everywhere, and some of them mislead (`company` may
 * hold a level).
 */
export function isSchedExport(headers: readonly string[]): boolean {
  return headers.includes('event_key') && headers.includes('event_start')
}

function schedMapping(headers: readonly string[]): ColumnMapping {
  const id = headers.includes('id') ? 'id' : 'event_key'
  const fixed = {
    id,
    title: 'name',
    start: 'event_start',
    end: 'event_end',
    track: 'event_type',
    room: 'venue',
    kind: 'event_subtype',
    speakers: 'speakers',
    moderators: 'moderators',
    description: 'description',
    url: 'url',
    capacity: 'seats',
    status: 'active',
    level: 'audience',
    registration: 'invite_only',
    // Whatever is shown beside the session: each address is told by itself.
    slides: 'media_url',
    replay: 'media_url',
  }
  return Object.fromEntries(Object.entries(fixed).filter(([, header]) => headers.includes(header)))
}

/** A header without case, accents, marks and brackets for both genders: "Intervenant(e)s" is "intervenants". */
export function plainName(header: string): string {
  // Full-width letters are letters; the marks of Japanese ones belong to them.
  return plainWords(header.normalize('NFKC'))
    .replace(/\((s|n|e|a|i|in|nen|es|as)\)/g, '')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim()
}

function withoutBrackets(header: string): string {
  return plainName(header.normalize('NFKC').replace(/[([].*$/, ''))
}

function withoutFillers(header: string): string {
  return withoutBrackets(header)
    .split(' ')
    .filter((word) => !fillers.has(word))
    .join(' ')
}
