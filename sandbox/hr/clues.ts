import {
  bothParts,
  type Clue,
  emailAlone,
  familyName,
  leaveOnly,
  nameAlone,
  numberAlone,
  phoneAlone,
} from './clue-rows'
import { own, slipped } from './hr-site'
import { MISLEADING_CLUES, unknownNumber } from './misleading-clues'
import { NICKNAMES, withoutMarks, writtenOut } from './spell-names'
import { messyNumber } from './spell-numbers'

const BRITISH = /^44/
const FOREIGN = /^(?!44)\d/

/**
 * What a row says and nothing else, so that one rule of matching alone finds whose it is; and what must lead to nobody. In files large enough
 * each is there once in every block of people.
 */
export const CLUES = {
  'number in small letters': numberAlone(/^HR-/, (number) =>
    number.toLowerCase().replace('-', ' '),
  ),
  'number without its zeros': numberAlone(/^0/, (number) => `${number.replace(/^0+/, '')}.0`),
  'number where all else differs': {
    write(site) {
      const { row, at } = site
      own('attribute-differs')(site)
      const [firstName, lastName] = ['Zenobia', 'Quillfeather']
      const email = `zenobia.quillfeather${at}@before.example`
      const name = { firstName, lastName, name: `${firstName} ${lastName}` }
      const { employeeNumber } = row
      return leaveOnly(row, { employeeNumber, email, jobTitle: 'Head of change' }, name)
    },
  },

  'address in capitals': emailAlone((email) => email.toUpperCase()),
  'address with an alias': emailAlone((email) => email.replace('@', '+desk@')),
  'address beside a number Focus does not have': {
    write({ row, at }) {
      const { email } = row
      return leaveOnly(row, { email, employeeNumber: unknownNumber(at) })
    },
  },

  'phone of this country': phoneAlone(BRITISH),
  'phone of another country': phoneAlone(FOREIGN),
  // Nobody has the extension: it says nothing.
  'phone with an extension': phoneAlone(BRITISH, (phone) => `${messyNumber(phone, 1)} ext. 17`),
  'mobile phone': {
    suits: ({ person, row }) =>
      person.furtherEndpoints?.some(({ value }) => value === row.mobile) ?? false,
    write({ row }) {
      const { mobile } = row
      return leaveOnly(row, { mobile }, { mobile: messyNumber(mobile ?? '', 2) })
    },
  },
  extension: {
    suits: ({ row }) => row.extension !== null,
    write: ({ row }) => leaveOnly(row, { extension: row.extension }),
  },
  'phone beside a name': {
    write({ row }) {
      const { firstName, lastName, phone } = row
      return leaveOnly(row, { phone }, { firstName, lastName, name: `${firstName} ${lastName}` })
    },
  },

  name: nameAlone((name) => name),
  'name beside a job': nameAlone((name) => name, { beside: 'job' }),
  'name turned round': nameAlone(({ firstName, lastName }) => ({
    firstName: lastName,
    lastName: firstName,
  })),
  // Without the comma the middle name, which Focus lacks, would be the family name.
  'name before a comma': nameAlone(({ firstName, lastName }) => ({
    ...{ firstName: `${firstName} Marie`, lastName: lastName.toUpperCase() },
    whole: `${lastName.toUpperCase()}, ${firstName} Marie`,
  })),
  'name with a middle name': nameAlone(({ firstName, lastName }) => ({
    ...{ firstName: `${firstName} Marie`, lastName },
  })),
  'name with a title': nameAlone(({ firstName, lastName }) => ({
    ...{ firstName, lastName: `${lastName} Dr.`, whole: `${lastName} Dr., ${firstName}` },
  })),
  'name with letters after it': nameAlone(({ firstName, lastName }) => ({
    ...{ firstName, lastName: `${lastName} MBA` },
  })),
  'name without its marks': nameAlone(bothParts(withoutMarks)),
  'name with its umlauts written out': nameAlone(bothParts(writtenOut)),
  'name as people say it': nameAlone(({ firstName, lastName }) => {
    const nickname = NICKNAMES[firstName]
    return nickname === undefined ? null : { firstName: nickname, lastName }
  }),
  'name by its initial': nameAlone(({ firstName, lastName }) => ({
    ...{ firstName: `${firstName[0]}.`, lastName },
  })),
  'name with a slip': nameAlone(familyName(slipped), { differs: true }),
  'name with two letters turned': nameAlone(
    familyName((name) => name[0] + (name[2] ?? '') + name[1] + name.slice(3)),
    { differs: true },
  ),

  ...MISLEADING_CLUES,
} satisfies Record<string, Clue>
export type ClueName = keyof typeof CLUES
