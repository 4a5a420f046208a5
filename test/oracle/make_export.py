#!/usr/bin/env python3
"""Makes what a commission and a unit make: keys, a registry of two roots, and a chain of two signed exports.

Standard library and the openssl program only; shares no code with the project. Written from the format's description.
Writes into the folder named first: registry.dumas-registry.zip, 1.dumas.zip, 2.dumas.zip; prints one line of JSON with
the roots' thumbprints, the descriptors' hashes and the rows.
"""
import base64
import csv
import hashlib
import io
import json
import pathlib
import subprocess
import sys
import uuid
import zipfile

COLUMNS = {
    "cases": "case_id unit_code channel programme addressee session_id subject category oversight_grade "
    "respondent_function complainant_kind complainant_ref district_code received_at first_response_at progress_at "
    "published_at viral_at status referred_from referred_to closed_at outcome sanction informed_at reopened_count "
    "satisfaction duplicate_of recorded_at updated_at",
    "events": "event_id case_id event_type occurred_at recorded_at actor_role",
    "community_sessions": "session_id unit_code kind programme held_on district_code led_by_role attendees "
    "issues_raised recorded_at",
    "daily_calls": "unit_code date line offered answered abandoned prank emergency transferred_out transferred_in "
    "median_answer_s",
    "corrections": "correction_id resource row_id field old_value new_value reason_code reason decided_by_role "
    "decided_at recorded_at",
}
UNIT = "POLRES-33.74"
folder = pathlib.Path(sys.argv[1])


def openssl(*arguments):
    return subprocess.run(["openssl", *arguments], check=True, capture_output=True).stdout


def encode(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


class Key:
    def __init__(self, name):
        self.file = folder / f"{name}.pem"
        openssl("genpkey", "-algorithm", "ed25519", "-out", str(self.file))
        public = openssl("pkey", "-in", str(self.file), "-pubout", "-outform", "DER")
        self.jwk = {"crv": "Ed25519", "kty": "OKP", "x": encode(public[-32:])}
        canonical = json.dumps(self.jwk, separators=(",", ":"), sort_keys=True)
        self.kid = encode(hashlib.sha256(canonical.encode()).digest())

    def sign(self, document, typ):
        protected = encode(json.dumps({"alg": "EdDSA", "kid": self.kid, "typ": typ}).encode())
        text = folder / "signed.tmp"
        text.write_bytes(f"{protected}.{encode(document)}".encode())
        signature = openssl("pkeyutl", "-sign", "-inkey", str(self.file), "-rawin", "-in", str(text))
        text.unlink()
        return {"protected": protected, "signature": encode(signature)}


def write_zip(path, files):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)


def signed(name, document, typ, keys):
    signatures = [key.sign(document, typ) for key in keys]
    return {name: document, f"{name}.jws": json.dumps({"signatures": signatures}, indent=1).encode()}


def table(name, rows):
    columns = COLUMNS[name].split()
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, columns, restval="", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


def case(number, **more):
    return {
        "case_id": f"PY-{number:08d}", "unit_code": UNIT, "channel": "whatsapp", "subject": "complaint",
        "category": "poor_service", "received_at": "2026-03-02T09:00:00+07:00", "status": "received",
        "reopened_count": 0, "recorded_at": "2026-03-02T10:00:00+07:00", "updated_at": "2026-03-03T10:00:00+07:00",
        **more,
    }  # fmt: skip


def correction(number, **more):
    return {
        "correction_id": f"PYKOR-{number:04d}", "resource": "cases", "row_id": "PY-00000002", "field": "channel",
        "old_value": "whatsapp", "new_value": "email", "reason_code": "data_entry",
        "reason": 'Ditulis "whatsapp", padahal surel; lihat berkas 🗂, nomor 3', "decided_by_role": "propam",
        "decided_at": "2026-04-05T10:00:00+07:00", "recorded_at": "2026-04-05T10:00:00+07:00", **more,
    }  # fmt: skip


def export(path, key, sequence, previous, period, as_of, created, rows):
    files = {f"{name}.csv": table(name, rows.get(name, [])) for name in COLUMNS}
    descriptor = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "dumas-export", "id": str(uuid.uuid4()), "created": created,
        "dumas": {
            "format": "dumas-export/1.0", "unit": UNIT, "sequence": sequence, "kind": "snapshot", "previous": previous,
            "period": {"from": period[0], "to": period[1]}, "coverage": {"from": "2024-01-01"}, "as_of": as_of,
            "rows": {name: len(rows.get(name, [])) for name in COLUMNS}, "registry_version": 1,
            "generator": {"name": "make_export.py", "version": "1.0"},
        },
        "resources": [
            {
                "name": name, "type": "table", "path": f"{name}.csv", "format": "csv", "mediatype": "text/csv",
                "encoding": "utf-8", "bytes": len(files[f"{name}.csv"]),
                "hash": "sha256:" + hashlib.sha256(files[f"{name}.csv"]).hexdigest(),
            }
            for name in COLUMNS
        ],
    }  # fmt: skip
    document = json.dumps(descriptor, ensure_ascii=False, indent=1).encode()
    write_zip(path, {**signed("datapackage.json", document, "dumas-export+jws", [key]), **files})
    return hashlib.sha256(document).hexdigest()


def unit(code, level, parent):
    return {
        "code": code, "name": code, "level": level, "type": level, "parent": parent, "peer_group": level,
        "zone": "+07:00", "areas": [], "population": None, "personnel": None, "channels": ["whatsapp"],
        "sessions_per_week": 1, "valid_from": "2020-01-01", "valid_to": None,
    }  # fmt: skip


def registry(roots, key):
    document = {
        "format": "dumas-registry/1.0", "version": 1, "issued": "2026-01-01T00:00:00+07:00",
        "expires": "2026-12-31T00:00:00+07:00", "purpose": "training", "previous_sha256": None,
        "root": {"threshold": 2, "keys": [root.jwk for root in roots]},
        "policy": {"coverage_months": 24, "due_day": 10, "grace_days": 5, "max_sequence_step": 24, "backdate_tolerance_days": 3},
        "units": [unit("POLDA-JATENG", "polda", "MABES"), unit(UNIT, "polres", "POLDA-JATENG")],
        "programmes": [], "rules": [], "holidays": [],
        "keys": [{
            "kid": key.kid, "jwk": key.jwk, "unit": UNIT, "scope": "self", "not_before": "2026-01-01T00:00:00+07:00",
            "not_after": "2027-01-01T00:00:00+07:00", "revoked": None,
        }],
    }  # fmt: skip
    files = signed("registry.json", json.dumps(document).encode(), "dumas-registry+jws", roots)
    write_zip(folder / "registry.dumas-registry.zip", files)


def main():
    roots, key = [Key("root1"), Key("root2")], Key("unit")
    registry(roots, key)
    event = {
        "event_id": "PYEV-0001", "case_id": "PY-00000001", "event_type": "received", "actor_role": "operator",
        "occurred_at": "2026-03-02T09:00:00+07:00", "recorded_at": "2026-03-02T10:00:00+07:00",
    }  # fmt: skip
    calls = {
        "unit_code": UNIT, "date": "2026-03-02", "line": "call_110", "offered": 10, "answered": 8, "abandoned": 2,
        "prank": 1, "emergency": 1, "transferred_out": 0, "transferred_in": 0, "median_answer_s": 12,
    }  # fmt: skip
    session = {
        "session_id": "PYSES-0001", "unit_code": UNIT, "kind": "jumat_curhat", "held_on": "2026-03-06",
        "led_by_role": "kapolres", "attendees": 40, "issues_raised": 1, "recorded_at": "2026-03-06T15:00:00+07:00",
    }  # fmt: skip
    raised = case(3, channel="jumat_curhat", session_id="PYSES-0001")
    same = {"events": [event], "daily_calls": [calls], "community_sessions": [session]}
    first = {**same, "cases": [case(1), case(2), raised]}
    # declared: case 2 came by e-mail; silent: case 1 has another category
    second = {**same, "cases": [case(1, category="discrimination"), case(2, channel="email"), raised], "corrections": [correction(1)]}
    march, april = ("2026-03-01", "2026-03-31"), ("2026-04-01", "2026-04-10")
    one = export(folder / "1.dumas.zip", key, 1, None, march, "2026-04-01T00:00:00+07:00", "2026-04-02T08:15:00+07:00", first)
    previous = {"sequence": 1, "descriptor_sha256": one}
    two = export(folder / "2.dumas.zip", key, 2, previous, april, "2026-04-11T00:00:00+07:00", "2026-04-12T08:15:00+07:00", second)
    print(json.dumps({"unit": UNIT, "roots": [root.kid for root in roots], "sha256": [one, two], "kid": key.kid}))


main()
