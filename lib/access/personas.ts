import type { Role } from '@/lib/contract/permission'

/** Somebody to try the sandbox tenant as; does not exist with a real one. */
export type Persona = { id: Role; name: string; role: string; can: string; email: string }

export const PERSONAS: readonly Persona[] = [
  {
    id: 'qa-reviewer',
    name: 'Anna Meyer',
    role: 'QA reviewer',
    can: 'Finds calls, reads and plays them',
    email: 'anna.meyer@sandbox.example',
  },
  {
    id: 'compliance-officer',
    name: 'Daniel Okafor',
    role: 'Compliance officer',
    can: 'Also reads who accessed what, and exports evidence',
    email: 'daniel.okafor@sandbox.example',
  },
  {
    id: 'admin',
    name: 'Priya Raman',
    role: 'Admin',
    can: 'Sees people, endpoints, users, retention and status; plays nothing',
    email: 'priya.raman@sandbox.example',
  },
]
