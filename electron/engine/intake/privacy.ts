/** PRIVACY: patterns of personal data that an export must not hold. Source: the export format, section 6, PRIVACY-PII. */
const NIK = /(?<!\d)\d{16}(?!\d)/
const PHONE = /(?<!\d-?)(?:\+62|08)(?:[ -]*\d){8,11}(?!\d)/
const EMAIL = /[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}/

/** Whether free text holds a 16-digit NIK, a telephone number or an e-mail address anywhere. */
export function holdsPersonalData(text: string): boolean {
  return (text.includes('@') && EMAIL.test(text)) || NIK.test(text) || PHONE.test(text)
}

const WHOLE = /^(?:\d{16}|08[ -]*(?:\d[ -]*){7,10}\d)$/

/** Whether an id or pseudonym as a whole is a NIK or a telephone number; a part of one may look like anything. */
export function isPersonalData(id: string): boolean {
  const first = id.charCodeAt(0)
  return first >= 48 && first <= 57 && WHOLE.test(id)
}
