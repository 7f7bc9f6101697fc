import type { HrField } from '../model'

/**
 * What HR systems call their columns in English, German and French, in the form of `plainHeading`. The first field whose words
 * are the whole heading has it; else the one whose words stand in it.
 */
export const HEADING_WORDS: Record<HrField, readonly string[]> = {
  employeeNumber: words(
    'employee number, employee no, employee id, emp no, emp id, emp number, empno, empid, ' +
      'employeeid, employeenumber, employee code, employee ref, employee reference, staff ' +
      'number, staff no, staff id, staffid, payroll number, payroll no, payroll id, personnel ' +
      'number, personnel no, personnel id, person number, person id, person ref, worker id, ' +
      'worker number, associate id, colleague id, hr id, hr number, hr ref, external ref, ' +
      'external id, external reference, externalref, personalnummer, personalnr, personal nr, ' +
      'pers nr, persnr, persnummer, mitarbeiternummer, mitarbeiternr, mitarbeiter nr, ' +
      'mitarbeiter id, matricule, numero employe, numero de matricule, n employe, no employe, ' +
      'id employe, identifiant',
  ),
  fullName: words(
    'full name, fullname, name, employee name, employee, employee full name, display name, ' +
      'displayname, staff name, person name, worker, worker name, legal name, preferred name, ' +
      'vollstandiger name, mitarbeiter, mitarbeitername, name vorname, vor und nachname, nom ' +
      'complet, nom et prenom, nom prenom, prenom et nom, employe, salarie, collaborateur',
  ),
  firstName: words(
    'first name, firstname, forename, forenames, given name, given names, givenname, legal ' +
      'first name, known as, vorname, vornamen, rufname, prenom, prenoms',
  ),
  middleName: words('middle name, middlename, middle names, zweiter vorname, deuxieme prenom'),
  lastName: words(
    'last name, lastname, surname, family name, familyname, legal last name, nachname, ' +
      'familienname, zuname, nom, nom de famille, nom usuel',
  ),
  email: words(
    'email, e mail, mail, email address, e mail address, emailaddress, work email, work e ' +
      'mail, email work, business email, company email, corporate email, office email, ' +
      'primary email, upn, user principal name, email adresse, e mail adresse, mailadresse, ' +
      'dienstliche e mail, geschaftliche e mail, courriel, adresse email, adresse e mail, ' +
      'adresse mail, adresse electronique, email professionnel, mail professionnel',
  ),
  otherEmail: words(
    'other email, second email, secondary email, alternative email, alternate email, ' +
      'personal email, private email, home email, email alias, alias, email 2, private e ' +
      'mail, weitere e mail, autre email, email personnel',
  ),
  phone: words(
    'phone, phone number, phone no, telephone, telephone number, tel, tel no, tel number, ' +
      'work phone, work telephone, business phone, office phone, desk phone, desk number, ' +
      'direct dial, direct line, ddi, did, landline, number, recorded number, recorded line, ' +
      'line, telefon, telefonnummer, telefonnr, rufnummer, festnetz, durchwahl, tel nr, ' +
      'telephone fixe, telephone professionnel, numero de telephone, numero telephone, ligne ' +
      'directe',
  ),
  mobile: words(
    'mobile, mobile phone, mobile number, mobile no, mobile telephone, work mobile, ' +
      'business mobile, cell, cell phone, cellphone, handy, handynummer, mobil, mobilnummer, ' +
      'mobiltelefon, mobilfunk, portable, telephone portable, telephone mobile, numero de ' +
      'portable, gsm, natel',
  ),
  extension: words(
    'extension, ext, extn, extension number, ext no, internal number, internal extension, ' +
      'short number, nebenstelle, nebenstellennummer, kurzwahl, poste, numero de poste, ' +
      'numero interne',
  ),
  department: words(
    'department, department name, dept, dept name, division, business area, function, org ' +
      'unit, organisation unit, organization unit, organisational unit, abteilung, bereich, ' +
      'fachbereich, organisationseinheit, departement, service, direction, unite',
  ),
  group: words(
    'group, team, team name, desk, business unit, business group, sub department, cost ' +
      'centre, cost center, gruppe, kostenstelle, equipe, groupe, centre de cout',
  ),
  jobTitle: words(
    'job title, jobtitle, job, title, position, position title, role, job role, job name, ' +
      'business title, occupation, stelle, stellenbezeichnung, berufsbezeichnung, funktion, ' +
      'tatigkeit, jobtitel, poste, poste occupe, intitule du poste, fonction, emploi',
  ),
  status: words(
    'status, employment status, employee status, emp status, worker status, state, active, ' +
      'active status, is active, employed, beschaftigungsstatus, aktiv, statut, etat, actif, ' +
      'situation',
  ),
  startDate: words(
    'start date, startdate, started, start, joined, joined on, join date, joining date, date joined, ' +
      'date of joining, hire date, hired, date of hire, employment start, employment start ' +
      'date, continuous service date, commencement date, eintritt, eintrittsdatum, eintritt ' +
      'am, beginn, startdatum, beschaftigt seit, date d entree, date entree, date d embauche, ' +
      'date embauche, date de debut, entree',
  ),
  endDate: words(
    'end date, enddate, end, left, left on, leave date, leaving date, leaver date, date left, date ' +
      'of leaving, last day, last working day, termination date, terminated on, employment ' +
      'end, employment end date, exit date, austritt, austrittsdatum, austritt am, ende, ' +
      'enddatum, beschaftigt bis, date de sortie, date sortie, date de depart, date de fin, ' +
      'date fin, sortie',
  ),
}

/** Words too general to mean anything as a part of a longer heading. */
export const WHOLE_ONLY: ReadonlySet<string> = new Set([
  'number',
  'line',
  'name',
  'nom',
  'title',
  'role',
  'state',
  'start',
  'end',
  'left',
  'function',
  'service',
  'direction',
  'employee',
  'employe',
  'worker',
  'mitarbeiter',
  'group',
  'desk',
  'line',
  'job',
  'active',
  'poste',
  'alias',
  'mail',
])

/** Headings that hold one of the words above and mean something else. */
export const NOT_OURS: readonly string[] = [
  'manager',
  'supervisor',
  'line manager',
  'reports to',
  'emergency',
  'next of kin',
  'vorgesetzter',
  'vorgesetzte',
  'responsable',
  'birth',
  'geburtsdatum',
  'naissance',
  'salary',
  'bank',
  'probation',
  'review',
  'probezeit',
  'company',
  'user name',
  'username',
  'maiden',
]

function words(list: string): readonly string[] {
  return list.split(',').map((one) => one.trim())
}
