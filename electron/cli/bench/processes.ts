/** What a process and those that it started take of the machine, from /proc; nothing is known elsewhere than on Linux. */
import { readFileSync, readdirSync } from 'node:fs'

export interface Usage {
  /** MB in all processes: memory that several share is counted once */
  memory: number
  /** processor time of all processes so far, ms */
  cpu: number
}

const read = (path: string): string => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

/** The process and all below it. */
function familyOf(pid: number): number[] {
  const children = new Map<number, number[]>()
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    const parent = Number(/\) \S (\d+) /.exec(read(`/proc/${name}/stat`))?.[1] ?? 0)
    children.set(parent, [...(children.get(parent) ?? []), Number(name)])
  }
  const family = [pid]
  for (let i = 0; i < family.length; i++) family.push(...(children.get(family[i] as number) ?? []))
  return family
}

/** /proc counts processor time in hundredths of a second. */
const TICK_MS = 10

/** Null where there is no /proc. */
export function usageOf(pid: number): Usage | null {
  if (process.platform !== 'linux') return null
  let [memory, cpu] = [0, 0]
  for (const one of familyOf(pid)) {
    const pss = /^Pss:\s+(\d+) kB/m.exec(read(`/proc/${one}/smaps_rollup`))
    const rss = /^VmRSS:\s+(\d+) kB/m.exec(read(`/proc/${one}/status`))
    memory += Number(pss?.[1] ?? rss?.[1] ?? 0)
    const [user, system] = read(`/proc/${one}/stat`).split(') ')[1]?.split(' ').slice(11, 13) ?? []
    cpu += (Number(user ?? 0) + Number(system ?? 0)) * TICK_MS
  }
  return { memory: Math.round(memory / 1024), cpu }
}

const EVERY = 200

export interface Watched {
  peak_mb: number | null
  /** processor time, ms */
  cpu_ms: number | null
}

/** Looks at a process and all below it until `end` is called. */
export function watch(pid: number): { end: () => Watched } {
  const first = usageOf(pid)
  let [peak, cpu] = [first?.memory ?? 0, first?.cpu ?? 0]
  const look = () => {
    const now = usageOf(pid)
    if (!now) return
    peak = Math.max(peak, now.memory)
    cpu = Math.max(cpu, now.cpu)
  }
  const timer = setInterval(look, EVERY)
  return {
    end: () => {
      look()
      clearInterval(timer)
      return first ? { peak_mb: peak, cpu_ms: cpu - first.cpu } : { peak_mb: null, cpu_ms: null }
    },
  }
}
