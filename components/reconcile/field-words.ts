import type { HrField } from '@/lib/reconcile/model'

/** What a column can mean, as its menu says it. */
export const FIELD_WORDS: Record<HrField, string> = {
  employeeNumber: 'Employee number',
  fullName: 'Name',
  firstName: 'First name',
  middleName: 'Middle name',
  lastName: 'Last name',
  email: 'E-mail',
  otherEmail: 'Other e-mail',
  phone: 'Phone',
  mobile: 'Mobile',
  extension: 'Extension',
  department: 'Department',
  group: 'Group',
  jobTitle: 'Job',
  status: 'Status',
  startDate: 'Start date',
  endDate: 'End date',
}
