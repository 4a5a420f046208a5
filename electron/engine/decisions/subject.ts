/** Names by which people and scripts call what is decided: `UNIT:HEX`. */
export const exportId = (unit: string, descriptorSha256: string): string => `${unit}:${descriptorSha256}`
export const changeName = (unit: string, id: string): string => `${unit}:${id}`

export function splitId(id: string): { unit: string; subject: string } {
  const at = id.lastIndexOf(':')
  return { unit: id.slice(0, Math.max(0, at)), subject: id.slice(at + 1) }
}
