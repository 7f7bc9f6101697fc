import { expect, test } from 'vitest'
import type { HrLine } from '../model'
import { guessMapping } from './guess-mapping'

const lines = (...rows: string[][]): HrLine[] => rows.map((cells, at) => ({ line: at + 2, cells }))

/** By heading text, to be read. */
function guessed(heading: string[], ...rows: string[][]): Record<string, string[]> {
  const mapping = guessMapping(heading, lines(...rows))
  return Object.fromEntries(
    Object.entries(mapping).map(([field, columns]) => [
      field,
      columns.map((at) => heading[at] ?? '?'),
    ]),
  )
}

test('English columns, each to its field', () => {
  expect(
    guessed(
      [
        'Emp No.',
        'Surname',
        'Forenames',
        'Work E-mail',
        'Direct Dial',
        'Mobile',
        'Ext',
        'Dept',
        'Team',
        'Job Title',
        'Employment Status',
        'Start Date',
        'Leaving Date',
        'Line Manager',
        'Date of Birth',
      ],
      [
        '0042',
        'Renard',
        'Sophie',
        's@x.example',
        '020 7946 0000',
        '07897 897897',
        '4021',
        'Sales',
        'EMEA',
        'Trader',
        'Active',
        '03/10/2020',
        '',
        'Ann Lee',
        '01/02/1990',
      ],
    ),
  ).toEqual({
    employeeNumber: ['Emp No.'],
    lastName: ['Surname'],
    firstName: ['Forenames'],
    email: ['Work E-mail'],
    phone: ['Direct Dial'],
    mobile: ['Mobile'],
    extension: ['Ext'],
    department: ['Dept'],
    group: ['Team'],
    jobTitle: ['Job Title'],
    status: ['Employment Status'],
    startDate: ['Start Date'],
    endDate: ['Leaving Date'],
  })
})

test('German columns, where Name beside Vorname is the last name', () => {
  expect(
    guessed(
      [
        'Personalnummer',
        'Name',
        'Vorname',
        'E-Mail-Adresse',
        'Telefon',
        'Handynummer',
        'Abteilung',
        'Funktion',
        'Eintrittsdatum',
        'Austritt am',
        'Vorgesetzter',
      ],
      [
        '17',
        'Müller',
        'Jörg',
        'j@x.example',
        '0221/4961100',
        '0171 1234567',
        'Handel',
        'Händler',
        '03.10.2020',
        '',
        'A. Groß',
      ],
    ),
  ).toEqual({
    employeeNumber: ['Personalnummer'],
    lastName: ['Name'],
    firstName: ['Vorname'],
    email: ['E-Mail-Adresse'],
    phone: ['Telefon'],
    mobile: ['Handynummer'],
    department: ['Abteilung'],
    jobTitle: ['Funktion'],
    startDate: ['Eintrittsdatum'],
    endDate: ['Austritt am'],
  })
})

test('French columns', () => {
  expect(
    guessed(
      [
        'Matricule',
        'Nom',
        'Prénom',
        'Courriel',
        'Téléphone fixe',
        'Téléphone portable',
        'Poste',
        'Service',
        'Fonction',
        'Date d’entrée',
        'Date de sortie',
        'Statut',
      ],
      [
        '17',
        'Renard',
        'Zoé',
        'z@x.example',
        '01 42 68 53 00',
        '06 12 34 56 78',
        '4021',
        'Ventes',
        'Vendeuse',
        '03/10/2020',
        '',
        'Actif',
      ],
    ),
  ).toEqual({
    employeeNumber: ['Matricule'],
    lastName: ['Nom'],
    firstName: ['Prénom'],
    email: ['Courriel'],
    phone: ['Téléphone fixe'],
    mobile: ['Téléphone portable'],
    extension: ['Poste'],
    department: ['Service'],
    jobTitle: ['Fonction'],
    startDate: ['Date d’entrée'],
    endDate: ['Date de sortie'],
    status: ['Statut'],
  })
})

test('words run together or in capitals', () => {
  expect(guessed(['employeeNumber', 'displayName', 'EMAILADDRESS', 'START_DATE'])).toEqual({
    employeeNumber: ['employeeNumber'],
    fullName: ['displayName'],
    email: ['EMAILADDRESS'],
    startDate: ['START_DATE'],
  })
})

test('two columns of phones and of addresses', () => {
  expect(guessed(['Email', 'Email address', 'Phone 1', 'Phone 2'])).toEqual({
    email: ['Email'],
    otherEmail: ['Email address'],
    phone: ['Phone 1', 'Phone 2'],
  })
})

test('a file without a heading, by what its cells look like', () => {
  const heading = ['Column 1', 'Column 2', 'Column 3', 'Column 4', 'Column 5']
  const rows = [
    ['Sophie Renard', 's@x.example', '+44 20 7946 0000', 'active', 'blue'],
    ['SMITH, John', 'j@x.example', '07897 897897', 'left', ''],
  ]
  expect(guessMapping(heading, lines(...rows))).toEqual({
    fullName: [0],
    email: [1],
    phone: [2],
    status: [3],
  })
})

test("a manager's columns are not the person's", () => {
  expect(
    guessed(
      ['Name', 'Manager Email', 'Emergency contact phone'],
      ['Ann Lee', 'boss@x.example', '07897 897897'],
    ),
  ).toEqual({ fullName: ['Name'] })
})

test('the days somebody joined and left, said with “on”', () => {
  const line = { line: 2, cells: ['HR-1', '01/02/2019', '03/10/2026'] }
  expect(guessMapping(['Staff ID', 'Joined on', 'Left on'], [line])).toEqual({
    ...{ employeeNumber: [0], startDate: [1], endDate: [2] },
  })
})
