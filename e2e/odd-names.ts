/**
 * An invented conference of names that break screens: long, without a space, from right to left, of signs; rooms
 * without a name, sessions without a room, of ten minutes, at once, past midnight.
 */
export const oddNames = [
  'Day,Start,End,Title,Speakers,Room,Track,Description',
  '2027-06-01,09:00,09:10,A,Bo,R,T,',
  `2027-06-01,09:00,10:30,"${'Everything that we know about '.repeat(6)}time and tide, still",` +
    `${'Ann-Kathrin '.repeat(8)}Lee,` +
    '"The very large hall on the second floor behind the cloakroom, left","Reliability, observability and on-call",' +
    `"${'A long abstract. '.repeat(60)}"`,
  `2027-06-01,09:00,09:45,${'Supercalifragilistic'.repeat(6)},${'Llanfairpwllgwyngyll'.repeat(3)},` +
    `${'Gymnasium'.repeat(7)},${'Datenschutz'.repeat(5)},${'https://example.org/'.padEnd(300, 'x')}`,
  '2027-06-01,09:05,09:50,שיחה על זמן · Time in two directions,אבי כהן,אולם ראשי,מסלול,תיאור',
  '2027-06-01,09:30,10:15,محادثة حول الأنظمة الموزعة,ليلى حسن,القاعة,مسار,',
  '2027-06-01,10:00,10:45,日本語のとても長い題名はどこで折り返されるべきか誰も知らない,山田太郎,会議室,ウェブ,',
  '2027-06-01,10:15,11:00,👩‍👩‍👧‍👦 Families 🇫🇷🇩🇪 of emoji 🐳🐳🐳🐳🐳🐳🐳🐳,🦆,🎪,🎨,',
  '2027-06-01,11:00,11:45,<b>Not bold</b> & "quoted" `code` \\ back,<script>alert(1)</script>,A & B,C++,',
  '2027-06-01,11:00,11:45,Somewhere,Nobody,,,No room yet',
  '2027-06-01,23:30,00:45,Past midnight,Noctua,R,T,Ends tomorrow',
  '2027-06-02,,,Someday,,,,No time yet',
].join('\n')
