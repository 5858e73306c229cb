/** What a look at one thing found: it is well, worth knowing, or wrong, with what to do where there is something. */
export type Diagnosis = { about: string; state: 'well' | 'note' | 'wrong'; says: string }

export const well = (about: string, says: string): Diagnosis => ({ about, state: 'well', says })
export const note = (about: string, says: string): Diagnosis => ({ about, state: 'note', says })
export const wrong = (about: string, says: string): Diagnosis => ({ about, state: 'wrong', says })

/** What the address that readers are told is good for. */
export function diagnoseAddress(baseUrl: string | undefined, host: string): Diagnosis {
  const about = 'Address'
  const isLocal = (name: string) => /^(localhost|127\.[\d.]+|::1|\[::1\])$/.test(name)
  if (baseUrl === undefined)
    return isLocal(host)
      ? well(about, 'only this machine is answered; links are written as they are asked for.')
      : note(
          about,
          `${host} is reached from elsewhere: set FONDS_BASE_URL to the public address, so that links last.`,
        )
  const { protocol, hostname, search, hash } = new URL(baseUrl)
  if (!/^https?:$/.test(protocol) || search || hash)
    return wrong(about, `FONDS_BASE_URL is ${baseUrl}: write https://, the name, and a path if there is one.`)
  if (protocol === 'http:' && !isLocal(hostname))
    return note(
      about,
      `${baseUrl} is not encrypted: passwords can be read on their way. Put a proxy with TLS before it.`,
    )
  return well(about, `${baseUrl}.`)
}

/** Whether there is space left on a disk, in bytes. */
export function diagnoseSpace(free: number, total: number): Diagnosis {
  const gigabytes = (free / 1024 ** 3).toFixed(1)
  const says = `${gigabytes} GB of ${(total / 1024 ** 3).toFixed(1)} GB are free`
  if (free < 0.5 * 1024 ** 3) return wrong('Disk', `${says}: uploads are soon refused. Free space.`)
  return free < total / 20 ? note('Disk', `${says}, which is little.`) : well('Disk', `${says}.`)
}
