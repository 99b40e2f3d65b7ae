/**
 * Which schema agendas are read by (agendaSchema): what was kept by another is read anew before it is relied on. A test
 * says what it is to be. By itself, so that whoever compares it need not have the schema.
 */
export const AGENDA_SHAPE = 'b5efefec'
