/** What a figure counts, for its "i": measure, denominator, interval. Figures with a metric of their own define that. */
export const definitions = {
  'definition.profile':
    'Setiap baris satu ukuran: nilai dengan interval 95%, sasaran bila registri menetapkannya, setengah tengah satuan sekelompok, angka nasional, dan periode yang sama tahun lalu. Skala tiap baris berdiri sendiri; kedudukan bukan peringkat.',
  'definition.regionChannels':
    'Kasus dengan hari terima di dalam periode menurut kanal yang dicatat satuan. Jawaban pertama: median Kaplan-Meier sejak diterima. Ditindaklanjuti: kasus yang sudah diberi SP3D atau selesai, dibagi kasus kanal itu. Kanal tidak dijumlahkan.',
  'definition.units':
    'Satu baris satu satuan: kasus diterima dalam periode, SP3D tepat waktu dari kasus yang matang dengan interval 95% Wilson, kasus terbuka dan yang lewat 90 hari pada akhir periode, serta laporan tiga bulan terakhir. Urutan bukan peringkat.',
  'definition.subjects':
    'Kasus diterima dalam periode menurut perihal yang dicatat satuan. Pengaduan adalah tentang anggota atau layanan; laporan kamtibmas, keadaan darurat, permintaan layanan, dan saran bukan pengaduan. Bagian dihitung dari semua kasus kanal ini.',
  'definition.ledBy':
    'Sesi dalam periode menurut jabatan pemimpin yang dicatat satuan. Sesi tanpa pemimpin tercatat tetap dalam penyebut dan ditampilkan tersendiri.',
  'definition.kinds':
    'Sesi warga dalam periode menurut jenis yang dicatat satuan. Hanya Jumat Curhat yang punya hari wajib; jenis lain tidak dihitung dalam angka halaman ini.',
  'definition.attendance':
    'Peserta tiap sesi sebagaimana dicatat satuan: median dan kuartil antarsesi, bukan jumlah orang yang berbeda.',
  'definition.programmes':
    'Kasus kanal ini menurut nama program dalam registri. Median waktu sampai jawaban pertama memakai Kaplan-Meier; selesai: kasus yang berstatus selesai dibagi kasus program itu.',
  'definition.addressees':
    'Kasus menurut pejabat yang dituju pesan. Di atas, setingkat, di bawah: tingkat satuan yang menangani dibandingkan dengan pejabat itu. Bagian memakai penyebut tiap baris dengan interval 95% Wilson.',
  'definition.lines':
    'Hitungan harian tiap saluran. Dijawab dan ditinggalkan dibagi panggilan masuk; iseng dibagi panggilan dijawab. Hari tanpa baris adalah belum dilaporkan, bukan nol. Saluran tidak dijumlahkan.',
  'definition.stages':
    'Waktu sejak diterima sampai tiap tonggak, Kaplan-Meier. Masalah yang ditutup tanpa mencapai tonggak keluar dari pengamatan saat ditutup; karena itu kurva dapat turun lebih jauh daripada bagian yang tercapai.',
  'channels.subjects.pin': 'Kasus tentang anggota atau layanan',
  'channels.ledBy.pin': 'Sesi menurut pemimpinnya',
  'channels.programmes.pin': 'Kasus program yang terbanyak',
  'channels.incidence.pin': 'Bagian dengan hasil benar, insidens kumulatif',
} as const
