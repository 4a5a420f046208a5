/** Sentences of social media, the city's services, complaints and control charts against their queries' answers. */
import { describe, expect, test } from 'vitest'
import type { ChannelChart } from '../../../shared/contract/results/channels'
import { translator } from '../../../shared/messages/catalogue'
import { formats } from '../../../shared/messages/format'
import { transfersSentence, transferTimeSentence } from '../../../shared/sentences/channels/city'
import { controlSentence } from '../../../shared/sentences/channels/control'
import { statedShare } from '../../../shared/sentences/channels/estimate'
import { incidenceAt, incidenceHorizon, incidenceSentence, outcomesSentence, referralsSentence, sp3dSentence } from '../../../shared/sentences/channels/oversight' // prettier-ignore
import { milestonesSentence, stagesSentence } from '../../../shared/sentences/channels/social'
import { plain, shareText, type Words } from '../../../shared/sentences/words'
import { ask } from '../../helpers/askChannels'

const id: Words = { t: translator('id'), f: formats('id') }
const { f } = id
const share = (k: number, n: number) => shareText(k / n, n, id)

const social = ask('channel.social')
const city = ask('channel.city')
const oversight = ask('channel.oversight')

describe('social media', () => {
  test('three milestones with their shares, and all three in order', () => {
    const said = plain(milestonesSentence(social, id))
    for (const { reached } of social.milestones) expect(said).toContain(share(reached.numerator!, reached.denominator!))
    expect(said).toContain(`Dari ${social.cases} masalah`)
    expect(said).toContain(`Ketiganya berurutan: ${statedShare(social.all_three, id)}.`)
  })

  test('a milestone that half never reach is said to be unreached', () => {
    const milestones = social.milestones.map((one) => ({ ...one, curve: { ...one.curve, median: null } }))
    expect(plain(stagesSentence({ ...social, milestones }, id)).match(/belum tercapai/g)).toHaveLength(3)
  })
})

describe('city services', () => {
  test('came in, went out, was reported back', () => {
    const said = plain(transfersSentence(city, id))
    for (const estimate of [city.came_in, city.sent_out, city.reported_back])
      expect(said).toContain(statedShare(estimate, id))
    expect(said).toContain(`di antaranya ${city.sent_to_city} ke kota`)
  })

  test('no transfers is not a median', () => {
    const none = { ...city, transfer_to_response: { ...city.transfer_to_response, n: 0, median: null, points: [] } }
    expect(plain(transferTimeSentence(none, id))).toContain('Tidak ada kasus yang datang dari kota')
  })
})

describe('complaints and referrals', () => {
  test('upheld with those upheld in part, not upheld, in process: of the complaints of one kind of door', () => {
    const { total } = ask('channel.oversight', { channels: ['walk_in', 'letter', 'email'] })
    const said = plain(outcomesSentence('Pengaduan resmi', total, id))
    const upheld = total.substantiated + total.partly_substantiated
    expect(said).toContain(
      `Pengaduan resmi: benar atau benar sebagian ${upheld} dari ${total.complaints} (${share(upheld, total.complaints)})`,
    )
    expect(said).toContain(`Masih proses ${total.in_process} (${share(total.in_process, total.complaints)})`)
    expect(total.complaints).toBeLessThan(oversight.total.complaints)
  })

  test('SP3D with what is pending, blocked and not graded', () => {
    const { total } = oversight
    const said = plain(sp3dSentence('Semua', total, id))
    expect(said).toContain(`SP3D tepat waktu ${statedShare(total.sp3d, id)}.`)
    expect(said).toContain(`${total.sp3d_pending} belum jatuh tempo.`)
    expect(said).toContain(`${total.sp3d_blocked} tanpa kalender hari kerja.`)
    expect(said).toContain(`${total.ungraded} belum dinilai kadarnya.`)
  })

  test('what each body heard back', () => {
    const told = oversight.referrals.filter(({ cases }) => cases > 0)
    expect(told.length).toBeGreaterThan(0)
    for (const { answered } of told)
      expect(plain(referralsSentence(oversight, id))).toContain(statedShare(answered, id))
    expect(referralsSentence({ ...oversight, referrals: [] }, id).kind).toBe('insufficient')
  })

  test('shares of endings after the horizon, and what is left open', () => {
    const { incidence } = oversight
    const days = incidenceHorizon(incidence)
    const ended = incidence.outcomes.reduce((sum, one) => sum + incidenceAt(one, days), 0)
    const said = plain(incidenceSentence('Semua', incidence, id))
    expect(days).toBeLessThanOrEqual(90)
    expect(said).toContain(`setelah ${days} hari`)
    expect(said).toContain(`${f.share(1 - ended)} belum berakhir.`)
    expect(incidenceSentence('Semua', { ...incidence, n: 9 }, id).kind).toBe('insufficient')
  })
})

describe('control charts', () => {
  const point = { numerator: 80, denominator: 100, value: 0.8, lower: 0.7, upper: 0.95, laney_lower: 0.6, laney_upper: 0.97, signal: null, complete: true } // prettier-ignore
  const chart: ChannelChart = {
    kind: 'p',
    centre: 0.82,
    flat: null,
    sigma_z: 1.4,
    signals: [],
    points: Array.from({ length: 14 }, (_, at) => ({
      ...point,
      month: `2025-${String((at % 12) + 1).padStart(2, '0')}`,
    })),
  }

  test('quiet: how many months, around what', () => {
    expect(plain(controlSentence(chart, 'share', id))).toBe(
      'Tidak ada sinyal. 14 bulan di dalam batas kendali sekitar 82,0%; naik turun antarbulan adalah hal biasa.',
    )
  })

  test('a point outside is told by the last one and by Laney’s limit where there is one', () => {
    const points = chart.points.slice(0, 12)
    const signals = [{ kind: 'outside', from: '2025-10', to: '2025-12', direction: 'down' }] as const
    const low = points.map((one, at) => (at > 8 ? { ...one, value: 0.5 } : one))
    expect(plain(controlSentence({ ...chart, points: low, signals: [...signals] }, 'share', id))).toBe(
      'Ya, turun. Desember 2025: 50,0%, di bawah batas 60,0%.',
    )
  })

  test('a baseline at 100 % or at nothing is told as what it is, not judged', () => {
    const flat = { ...chart, kind: 'run', centre: null, sigma_z: null } as const
    expect(plain(controlSentence({ ...flat, flat: 1 }, 'share', id))).toBe(
      'Data tidak cukup. Ke-12 bulan acuan semuanya 100,0%: tanpa naik turun tidak ada batas kendali, sehingga perubahan tidak dinilai.',
    )
    expect(plain(controlSentence({ ...flat, flat: 0 }, 'rate', id))).toContain('Ke-12 bulan acuan semuanya 0')
  })

  test('incomplete months do not count; a run chart says why it has no limits', () => {
    const points = chart.points.map((one, at) => ({ ...one, complete: at < 5 }))
    expect(controlSentence({ ...chart, kind: 'run', centre: null, points }, 'share', id)).toMatchObject({
      kind: 'insufficient',
      caution: expect.stringContaining('Baru 5 bulan lengkap'),
    })
  })
})
