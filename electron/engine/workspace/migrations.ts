/**
 * The workspace's schema, one step a version. A step is never changed after a release: a workspace of any earlier
 * version is brought up step by step, and its backup is kept until that has been saved.
 */
export const MIGRATIONS: readonly string[] = [
  // 1: findings and the figures pinned to them
  `CREATE TABLE findings (
     number INTEGER PRIMARY KEY AUTOINCREMENT, unit TEXT, title TEXT NOT NULL, condition TEXT NOT NULL, criteria TEXT NOT NULL,
     cause TEXT NOT NULL, effect TEXT NOT NULL, recommendation TEXT NOT NULL, response TEXT NOT NULL, due_on TEXT,
     state TEXT NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL
   ) STRICT;
   CREATE TABLE figures (
     finding INTEGER NOT NULL REFERENCES findings (number) ON DELETE CASCADE, position INTEGER NOT NULL, frozen TEXT NOT NULL,
     PRIMARY KEY (finding, position)
   ) STRICT, WITHOUT ROWID`,
  // 2: what a person decided about a question
  `CREATE TABLE dispositions (
     question TEXT PRIMARY KEY, disposition TEXT NOT NULL, reason TEXT NOT NULL, decided_at TEXT NOT NULL
   ) STRICT, WITHOUT ROWID`,
  // 3: what a person decided about quarantined exports and undeclared changes; logged = its line in the audit log is on the disk
  `CREATE TABLE decisions (
     number INTEGER PRIMARY KEY, unit TEXT NOT NULL, kind TEXT NOT NULL, subject TEXT NOT NULL, decision TEXT NOT NULL,
     reason TEXT NOT NULL, at TEXT NOT NULL, logged INTEGER NOT NULL DEFAULT 0
   ) STRICT;
   CREATE INDEX decisions_by_unit ON decisions (unit)`,
  // 4: which years are archived; the last line counts, null = none
  `CREATE TABLE archived_years (
     number INTEGER PRIMARY KEY, before TEXT, reason TEXT NOT NULL, at TEXT NOT NULL, logged INTEGER NOT NULL DEFAULT 0
   ) STRICT`,
]
