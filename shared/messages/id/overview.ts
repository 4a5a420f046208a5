/** The room Ikhtisar. */
export const overview = {
  'overview.title': 'Ikhtisar nasional',
  'overview.titleUnit': 'Ikhtisar {name}',
  'overview.present': 'Presentasikan',
  'overview.anev': 'Susun Anev',
  'overview.board': 'Papan penyerahan',
  'overview.keyFigures': 'Angka pokok',
  'overview.strip.now': 'periode ini dan interval 95%',
  'overview.strip.lastYear': 'periode sama tahun lalu',
  'overview.mixed':
    'Saringan ini memuat kanal resmi, aplikasi, dan komunitas sekaligus. Angka per penduduknya bukan satu ukuran pengaduan; pilih kanal sejenis untuk membandingkan.',
  'overview.unmixed': 'Kanal lain tidak dijumlahkan ke sini; pilih di saringan Kanal.',

  'overview.trend.title': 'Apakah jumlah {matter} yang diterima berubah?',
  'overview.trend.note':
    '{matter} diterima per bulan, bagan XmR, batas 2,66 kali rentang bergerak rata-rata. {baseline}',
  'overview.trend.baseline': 'Acuan {from} s.d. {to}.',
  'overview.trend.plainNote': '{matter} diterima.',
  'overview.trend.axis': 'Sumbu tidak mulai dari nol.',
  'overview.map.title': 'Di mana {matter} diterima lebih banyak atau lebih sedikit daripada yang diharapkan?',
  'overview.map.note':
    '{matter} diterima per 100.000 penduduk. Batas: Poisson tepat; Benjamini-Hochberg {level} atas {tested} {units}, {kept} bertahan.',
  'overview.map.countsNote': '{matter} diterima dalam periode, tanpa laju: penduduk tidak diketahui.',
  'overview.map.province': 'Polda bukan provinsi: Metro Jaya mencakup sebagian Jawa Barat dan Banten.',
  'overview.flow.title': 'Apakah arus kasus cocok dari awal sampai akhir?',
  'overview.flow.note':
    '{sum}. Kasus, dihitung dari peristiwa. Kasus yang selesai dalam periode dan dibuka kembali sesudahnya terhitung terbuka pada angka kunci, tidak di sini.',
  'overview.questions.title': 'Apa yang perlu klarifikasi?',
  'overview.questions.note':
    'Uji: ekor tepat binomial dan Poisson; tidak ada peringkat pada hitungan di bawah 10. Dengan batas 2,5% tiap sisi, sebagian penanda muncul karena kebetulan.',
  'overview.questions.test': 'Uji',
  'overview.questions.kind': 'Jenis penanda',
  'overview.questions.allKinds': 'Semua penanda ({n})',
  'overview.questions.kindCount': '{kind} ({n})',
  'overview.questions.unit': 'Satuan',
  'overview.questions.what': 'Yang perlu diklarifikasi',
  'overview.questions.evidence': 'Bukti',
  'overview.questions.chance': 'Peluang bila tak ada sebab khusus',
  'overview.questions.disposition': 'Disposisi',
  'overview.questions.all': 'Lihat semua ({n})',
  'overview.questions.fewer': 'Lihat lebih sedikit',
  'overview.questions.dispose': 'Disposisi {name}: {what}',
  'overview.questions.disposed': 'Disposisi tersimpan: {disposition}',
  'overview.questions.clear': 'Hapus disposisi',
  'overview.questions.reasonTitle': 'Disposisi: {disposition}',
  'overview.questions.reason': 'Alasan',
  'overview.questions.reasonHint': 'Ditulis ke catatan audit bersama disposisi. Jangan tulis nama orang.',
  'overview.questions.save': 'Simpan disposisi',
  'overview.questions.cancel': 'Batal',
  'overview.channels.title': 'Lewat kanal apa masyarakat datang?',
  'overview.categories.title': 'Tentang apa?',
  'overview.outcomes.title': 'Bagaimana yang selesai berakhir?',
  'overview.codes.note': '{matter} diterima dalam periode.',
  'overview.outcomes.note': 'Kasus selesai dalam periode, menurut hasil akhir.',
  'overview.matter.complaint': 'pengaduan',
  'overview.matter.case': 'kasus',
  'overview.matterStart.complaint': 'Pengaduan',
  'overview.matterStart.case': 'Kasus',
  'overview.empty.title': 'Belum ada satuan yang melapor dalam saringan ini',
  'overview.empty.text':
    'Angka nol dan belum melapor adalah dua hal berbeda; karena itu tidak ada angka yang ditampilkan. Perlebar periode, atau impor ekspor satuan di ruang Data.',
  'overview.empty.action': 'Ke ruang Data',
  'overview.trend.definition':
    'Kasus diterima per bulan dalam bagan XmR: rata-rata acuan ditambah dan dikurangi 2,66 kali rentang bergerak rata-rata. Sinyal: satu titik di luar batas; tujuh di satu sisi; tujuh searah; dua dari tiga melewati dua pertiga batas. Acuan dibekukan, sehingga data baru tidak menggeser batas.',
  'overview.flow.definition':
    'Terbuka di awal + diterima + dibuka kembali + pindahan masuk − selesai − pindahan keluar = terbuka di akhir, per satuan. Selisih apa pun ditampilkan dengan besarnya.',
  'overview.questions.definition':
    'Penanda muncul dari uji yang aturannya tetap: ekor binomial dan Poisson, laporan nihil, penumpukan menjelang tenggat, perubahan antarekspor, laju revisi terhadap satuan lain. Tiap penanda berakhir dengan disposisi: dijelaskan, klarifikasi diminta, temuan, atau alarm palsu.',
  'overview.codes.definition':
    'Banyaknya kasus menurut kode yang dilaporkan satuan. Yang tidak diketahui ditampilkan dengan bagiannya, tidak dibuang.',
  'overview.openCases': 'Lihat kasus',
} as const
