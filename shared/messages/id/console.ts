/** What this console signs: receipts to units, lists of heads to other consoles; and what a check of the workspace says. */
export const consolePapers = {
  'receipt.title': 'Tanda terima ekspor',
  'receipt.make': 'Buat tanda terima',
  'receipt.unit': 'Satuan: {unit}, urutan {sequence}',
  'receipt.received': 'Diterima: {moment}',
  'receipt.outcome': 'Hasil: {outcome} (registri versi {version})',
  'receipt.descriptor': 'SHA-256 deskriptor: {hash}',
  'receipt.archive': 'SHA-256 arsip: {hash}',
  'receipt.fingerprint': 'Sidik tanda terima: {fingerprint}',
  'receipt.console': 'Kunci konsol: {kid}',
  'receipt.copy': 'Salin bentuk singkat',
  'receipt.saveText': 'Simpan bentuk singkat',
  'receipt.saveFile': 'Simpan berkas bertanda tangan',
  'receipt.saved': 'Disimpan sebagai {name}.',
  'heads.title': 'Bandingkan heads',
  'heads.lead':
    'Heads ialah ekspor terakhir tiap satuan. Dua konsol yang membandingkannya tahu apakah satuan memberi riwayat yang sama kepada keduanya.',
  'heads.own': 'Sidik heads konsol ini: {fingerprint}',
  'heads.key': 'Kunci konsol ini: {kid}',
  'heads.save': 'Simpan heads konsol ini',
  'heads.compare': 'Bandingkan dengan berkas',
  'heads.pick': 'Pilih berkas heads konsol lain',
  'heads.files': 'Berkas heads',
  'heads.signer': 'Ditandatangani oleh kunci konsol {kid} pada {moment}. Cocokkan sidik kunci itu dengan pemiliknya.',
  'heads.unsigned': 'Daftar itu tidak bertanda tangan: asalnya tidak dapat dipastikan.',
  'heads.allSame': 'Sama: {n} satuan memberi riwayat yang sama kepada kedua konsol.',
  'heads.count.same': '{n} satuan sama.',
  'heads.conflicts':
    'PERTENTANGAN pada {n} satuan: nomor urut yang sama, isi yang berbeda. Simpan kedua berkas dan minta penjelasan satuan.',
  'heads.differ': 'Tidak ada pertentangan; {n} satuan belum sama karena salah satu konsol menerima lebih sedikit.',
  'heads.unprovenCount': '{n} satuan belum dapat dipastikan: kedua daftar tidak bersambung.',
  'heads.line.conflict': '{unit} PERTENTANGAN pada urutan {sequence}: di sini {ours}, di sana {theirs}',
  'heads.line.unproven':
    '{unit}: di sini urutan {ours}, di sana {theirs}; belum dapat dipastikan apakah riwayatnya satu',
  'heads.line.ours_only': '{unit}: hanya di sini, urutan {ours}',
  'heads.line.theirs_only': '{unit}: hanya di sana, urutan {theirs}',
  'heads.line.ours_ahead': '{unit}: di sini urutan {ours}; di sana baru {theirs}, yang juga ada di sini, sama',
  'heads.line.theirs_ahead': '{unit}: di sana urutan {theirs}; di sini baru {ours}, yang juga ada di sana, sama',
  'check.EVIDENCE-MISSING': 'Berkas ekspor hilang dari arsip: {subject}. Minta lagi kepada satuan; angka tetap.',
  'check.EVIDENCE-ALTERED':
    'Berkas ekspor di arsip berubah, bukan lagi yang diterima: {subject}. Minta lagi kepada satuan; angka tetap.',
  'check.EVIDENCE-ORPHAN': 'Berkas di arsip yang tidak tercatat: {subject}.',
  'check.STORE-DAMAGED': 'Simpanan {subject} rusak.',
  'check.STORE-BEHIND': 'Simpanan {subject} tidak memuat semua ekspor yang telah diterima.',
  'check.STORE-LOST':
    'Simpanan {subject} rusak dan tidak dapat dibuat lagi, karena bukti ekspornya hilang atau berubah, atau daftarnya ikut rusak. Angka satuan ini tidak tampil; `check --repair` memuat lagi bukti yang utuh.',
  'check.COLUMNS-STALE': 'Kolom {subject} rusak atau tertinggal.',
  'check.AUDIT-BROKEN': 'Catatan audit ({subject}) diubah, rusak, atau terpotong di luar konsol.',
  'check.WORKSPACE-RESTORED':
    '{subject} rusak dan diganti dengan cadangan terakhir; temuan atau keputusan terakhir mungkin harus dibuat lagi.',
  'check.WORKSPACE-LOST':
    '{subject} dan cadangannya rusak atau hilang. Berkas yang rusak disimpan di sampingnya; kembalikan dari cadangan bila ada.',
  'check.DECISIONS-RESTORED': 'Keputusan yang dibangun kembali dari catatan audit: {subject}.',
  'check.FINDINGS-LOST':
    'Temuan yang isinya hilang; catatan audit hanya menyimpan judulnya: {subject}. Tulis lagi, atau kembalikan berkasnya dari cadangan.',
  'check.STORE-WAITING':
    'Simpanan {subject} rusak dan belum dibuat ulang karena dihentikan. Angkanya tetap dihitung dari indeks; rincian kasusnya menyusul saat Pantau dibuka lagi.',
  'check.STORE-REBUILT': 'Simpanan {subject} rusak dan telah dibuat lagi dari ekspor yang bertanda tangan.',
  'check.repaired': 'diperbaiki',
  'check.notices': 'Pemeriksaan saat dibuka',
  'error.CONSOLE-KEY-DAMAGED': 'Kunci konsol ini ({file}) rusak.',
  'error.CONSOLE-KEY-DAMAGED.todo':
    'Pulihkan berkas itu dari cadangan. Bila tidak ada, pindahkan berkasnya: kunci baru dibuat, dan sidiknya harus diberitahukan lagi.',
  'error.CONSOLE-KEY-DAMAGED.kept': 'Data yang sudah diterima tetap utuh.',
  'error.HEADS-INVALID': 'Berkas itu bukan daftar heads yang sah, atau tanda tangannya tidak cocok.',
  'error.HEADS-INVALID.todo': 'Minta berkas yang utuh kepada konsol yang membuatnya.',
} as const
