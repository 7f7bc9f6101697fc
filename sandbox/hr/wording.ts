/** What a column holds, in the order of the file. */
export const COLUMNS = [
  'employeeNumber',
  'name',
  'firstName',
  'lastName',
  'email',
  'phone',
  'mobile',
  'extension',
  'department',
  'team',
  'jobTitle',
  'status',
  'startDate',
  'endDate',
  'notes',
] as const
export type Column = (typeof COLUMNS)[number]

/** The words of a file: its headings, and what it says of somebody's employment, the tidy word first. */
export type Wording = {
  headings: Record<Column, string>
  employed: readonly string[]
  left: readonly string[]
  notYet: readonly string[]
  dates: 'iso' | 'slashes' | 'dots'
}

export const HEADINGS = ['en', 'short', 'de'] as const
export type Headings = (typeof HEADINGS)[number]

export const WORDINGS: Record<Headings, Wording> = {
  en: {
    headings: {
      employeeNumber: 'Employee Number',
      name: 'Full Name',
      firstName: 'First Name',
      lastName: 'Last Name',
      email: 'Email',
      phone: 'Work Phone',
      mobile: 'Mobile',
      extension: 'Extension',
      department: 'Department',
      team: 'Team',
      jobTitle: 'Job Title',
      status: 'Status',
      startDate: 'Start Date',
      endDate: 'End Date',
      notes: 'Notes',
    },
    employed: ['Active', 'Employed', 'Active - Full Time', 'Maternity leave', 'ACTIVE'],
    left: ['Leaver', 'Left', 'Terminated', 'Resigned'],
    notYet: ['Future starter', 'Not started', 'Pending start'],
    dates: 'iso',
  },
  short: {
    headings: {
      employeeNumber: 'Emp No.',
      name: 'Name',
      firstName: 'Forename',
      lastName: 'Surname',
      email: 'E-mail',
      phone: 'Tel.',
      mobile: 'Cell',
      extension: 'Ext',
      department: 'Dept',
      team: 'Desk',
      jobTitle: 'Role',
      status: 'Emp Status',
      startDate: 'Joined',
      endDate: 'Leaving Date',
      notes: 'Remarks',
    },
    employed: ['Current', 'In post', 'On leave'],
    left: ['Ex', 'Former employee', 'Retired'],
    notYet: ['Offer accepted', 'Starter'],
    dates: 'slashes',
  },
  de: {
    headings: {
      employeeNumber: 'Personalnummer',
      name: 'Mitarbeiter',
      firstName: 'Vorname',
      lastName: 'Nachname',
      email: 'E-Mail-Adresse',
      phone: 'Telefon',
      mobile: 'Mobilnummer',
      extension: 'Nebenstelle',
      department: 'Abteilung',
      team: 'Gruppe',
      jobTitle: 'Stelle',
      status: 'Status',
      startDate: 'Eintrittsdatum',
      endDate: 'Austrittsdatum',
      notes: 'Bemerkung',
    },
    employed: ['aktiv', 'beschäftigt', 'Elternzeit'],
    left: ['ausgeschieden', 'Austritt'],
    notYet: ['zukünftig', 'Neueinstellung'],
    dates: 'dots',
  },
}

/** Whether names stand in two cells or in one. */
export const NAMES = ['parts', 'whole'] as const
export type Names = (typeof NAMES)[number]

export function columnsOf(names: Names): Column[] {
  const others: readonly Column[] = names === 'whole' ? ['firstName', 'lastName'] : ['name']
  return COLUMNS.filter((column) => !others.includes(column))
}
