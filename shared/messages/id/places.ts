/** Sentences about units side by side: on the map, and month by month. */
export const places = {
  'months.quiet': '{month}: tidak ada {level} di luar kisaran {n} bulan sebelumnya.',
  'months.high': '{names} di atas',
  'months.low': '{names} di bawah',
  'months.outside': '{month}: {parts} kisaran {n} bulan sebelumnya.',
  'months.chance':
    'Tanpa perubahan apa pun, sekitar {expected} dari {units} akan begitu; bagan kendali tiap satuan yang memutuskan.',
  'months.missing': '{n} belum melapor bulan itu.',
  'map.above': '{names} di atas batas 99,8%',
  'map.below': '{names} di bawah batas 99,8%',
  'map.both': '{above} di atas, {below} di bawah batas 99,8%',
  'map.count': '{n} {level}',
  'map.counts': '{n} kasus, pada {some} dari {all} {level}.',
  'map.countsOnly': 'Tidak dinilai: penduduk per {level} tidak diketahui.',
  'map.quiet': 'Tidak ada {level} di luar batas 99,8%',
  'map.against': 'bagi angka gabungan {rate} per 100.000 penduduk.',
  'map.low': 'Angka rendah juga pertanyaan.',
  'map.manyOutside': 'Begitu banyak di luar batas berarti satuan memang berbeda; batas ini bukan peringkat.',
  'map.missing': '{n} {level} belum melapor penuh: {names}.',
} as const
