import type { Firm } from '../tenant/firm'
import { FURTHER_DEPARTMENTS } from '../tenant/further-departments'

export type RetentionRule = {
  department: string | null
  group: string | null
  retentionGroup: string
}

/** Which retention group each team and department is to have; teams that are kept as their department are not named. */
export function retentionRulesOf(firm: Firm): RetentionRule[] {
  const nameOf = (id: number) =>
    firm.retentionGroups.find(({ retentionGroupId }) => retentionGroupId === id)?.name
  return FURTHER_DEPARTMENTS.flatMap(({ name, retentionGroupId, teams }) =>
    [
      ...teams.map((team) => ({ group: team.name, id: team.retentionGroupId })),
      { group: null, id: retentionGroupId },
    ].flatMap(({ group, id }) => {
      const retentionGroup = id === undefined ? undefined : nameOf(id)
      return retentionGroup === undefined ? [] : [{ department: name, group, retentionGroup }]
    }),
  )
}
