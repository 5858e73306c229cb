import type { Authority } from '../domain/authority/authority.ts'
import { labelOf } from '../domain/authority/describe-authority.ts'
import type { CitedName } from '../domain/citation/cited.ts'
import type { Claim } from '../domain/claim.ts'
import type { AuthorityReader } from '../ports/authorities.ts'

export type NamingDeps = { authorities: AuthorityReader }

/** The names that the values of some claims give, those of agents by what stands for them now. */
export async function namesIn(deps: NamingDeps, claims: readonly Claim[]): Promise<CitedName[]> {
  const names: CitedName[] = []
  for (const { value } of claims) {
    if (typeof value.agent === 'string') {
      const agent = await survivor(deps, value.agent)
      if (agent)
        names.push(
          agent.kind === 'person' ? dividedName(labelOf(agent.view)) : { literal: labelOf(agent.view) },
        )
    } else if (typeof value.text === 'string') names.push({ literal: value.text })
  }
  return names
}

/** What an agent is called, or what stands for it now; null where there is none. */
export async function nameOfAgent(deps: NamingDeps, id: string): Promise<string | null> {
  const agent = await survivor(deps, id)
  return agent && labelOf(agent.view)
}

async function survivor({ authorities }: NamingDeps, id: string): Promise<Authority | null> {
  const agent = await authorities.find('agent', id)
  return agent?.mergedInto ? authorities.find('agent', agent.mergedInto) : agent
}

/** Only a comma tells the family name; which of several words it is nobody should guess. */
function dividedName(text: string): CitedName {
  const [family = '', given, ...more] = text.split(',').map((part) => part.trim())
  return given && family && more.length === 0 ? { family, given } : { literal: text }
}
