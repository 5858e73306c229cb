const browsers = [
  ['Edg', 'Edge'],
  ['OPR', 'Opera'],
  ['Firefox', 'Firefox'],
  ['Chrome', 'Chrome'],
  ['HeadlessChrome', 'Chrome'],
  ['Version', 'Safari'],
] as const
const systems = ['Android', 'iPhone', 'iPad', 'Windows', 'Mac OS X', 'Linux'] as const

/** What a browser is and on what it runs, out of what it calls itself (RFC 9110, 10.1.5); all of that where it tells neither. */
export function browserName(agent: string): string {
  const known = browsers.map(
    ([token, name]) => [name, new RegExp(`\\b${token}/(\\d+)`).exec(agent)?.[1]] as const,
  )
  const found = known.find(([, version]) => version !== undefined)
  if (!found) return agent
  const system = systems.find((one) => agent.includes(one))
  return `${found.join(' ')}${system ? `, ${system}` : ''}`
}
