#!/usr/bin/env python3
"""Verifies exports without Pantau: container, signature by a key of the registry, hashes, rows, form of the CSV, chain.

Standard library and the openssl program only; shares no code with the project. Arguments: a registry, the thumbprints of
its roots joined by commas, then exports in the order of their sequence. Prints one line of JSON for each export with what
was wrong in "problems"; the exit code is 1 when anything was.
"""
import base64
import csv
import hashlib
import io
import json
import pathlib
import subprocess
import sys
import tempfile
import zipfile

TABLES = {"cases": 30, "events": 6, "community_sessions": 10, "daily_calls": 11, "corrections": 11}
ENTRIES = {"datapackage.json", "datapackage.json.jws", *(f"{name}.csv" for name in TABLES)}
# SubjectPublicKeyInfo of an Ed25519 key, before its 32 bytes (RFC 8410)
SPKI = bytes.fromhex("302a300506032b6570032100")


def decode(text):
    data = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    if base64.urlsafe_b64encode(data).rstrip(b"=").decode() != text:
        raise ValueError("base64url is not canonical")
    return data


def thumbprint(jwk):
    canonical = json.dumps({name: jwk[name] for name in ("crv", "kty", "x")}, separators=(",", ":"))
    return base64.urlsafe_b64encode(hashlib.sha256(canonical.encode()).digest()).rstrip(b"=").decode()


def verifies(jwk, protected, document, signature):
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "key").write_bytes(SPKI + decode(jwk["x"]))
        payload = base64.urlsafe_b64encode(document).rstrip(b"=").decode()
        (folder / "input").write_text(f"{protected}.{payload}")
        (folder / "signature").write_bytes(signature)
        command = ["openssl", "pkeyutl", "-verify", "-pubin", "-keyform", "DER", "-inkey", str(folder / "key"), "-rawin"]
        more = ["-in", str(folder / "input"), "-sigfile", str(folder / "signature")]
        return subprocess.run(command + more, capture_output=True).returncode == 0


def no_duplicates(pairs):
    members = dict(pairs)
    if len(members) != len(pairs):
        raise ValueError("a member stands twice")
    return members


def strict(text):
    return json.loads(text.decode("utf-8", "strict"), object_pairs_hook=no_duplicates)


def signers(document, jws, typ, keys):
    """Thumbprints of the known keys whose signature stands; a known key whose signature does not stand is an error."""
    found = []
    for part in strict(jws)["signatures"]:
        header = strict(decode(part["protected"]))
        if header.get("typ") != typ or header.get("alg") not in ("EdDSA", "Ed25519") or set(header) - {"alg", "kid", "typ", "iat"}:
            raise ValueError("header")
        jwk = keys.get(header["kid"])
        if jwk is None:
            continue
        if not verifies(jwk, part["protected"], document, decode(part["signature"])):
            raise ValueError("signature")
        found.append(header["kid"])
    return found


def read_registry(path, pinned):
    with zipfile.ZipFile(path) as archive:
        document, jws = archive.read("registry.json"), archive.read("registry.json.jws")
    registry = strict(document)
    roots = {thumbprint(jwk): jwk for jwk in registry["root"]["keys"]}
    if set(roots) != pinned:
        raise ValueError("the roots are not those on the paper")
    if len(set(signers(document, jws, "dumas-registry+jws", roots))) < registry["root"]["threshold"]:
        raise ValueError("too few roots signed")
    for key in registry["keys"]:
        if thumbprint(key["jwk"]) != key["kid"]:
            raise ValueError("a kid is not its key's thumbprint")
    return registry


def table_problems(name, content, declared, resource):
    if len(content) != resource["bytes"]:
        yield f"{name}: bytes"
    if "sha256:" + hashlib.sha256(content).hexdigest() != resource["hash"]:
        yield f"{name}: hash"
    rows = list(csv.reader(io.StringIO(content.decode("utf-8", "strict"), newline=""), strict=True))
    if len(rows) - 1 != declared:
        yield f"{name}: rows"
    if any(len(row) != TABLES[name] for row in rows):
        yield f"{name}: width"
    keys = [tuple(row[:3]) if name == "daily_calls" else row[0] for row in rows[1:]]
    if len(set(keys)) != len(keys):
        yield f"{name}: key"


def problems_of(path, registry, before):
    with zipfile.ZipFile(path) as archive:
        if archive.testzip() is not None:
            yield "crc"
        if sorted(archive.namelist()) != sorted(ENTRIES):
            yield "entries"
            return
        files = {name: archive.read(name) for name in ENTRIES}
    document = files["datapackage.json"]
    keys = {key["kid"]: key["jwk"] for key in registry["keys"]}
    try:
        kids = signers(document, files["datapackage.json.jws"], "dumas-export+jws", keys)
    except ValueError as error:
        yield str(error)
        return
    descriptor = strict(document)
    dumas = descriptor["dumas"]
    if dumas["unit"] not in [key["unit"] for key in registry["keys"] if key["kid"] in kids]:
        yield "no key of the unit signed"
    for resource in descriptor["resources"]:
        name = resource["name"]
        yield from table_problems(name, files[f"{name}.csv"], dumas["rows"][name], resource)
    expected = before.get(dumas["unit"])
    if dumas["previous"] != expected:
        yield "previous"
    before[dumas["unit"]] = {"sequence": dumas["sequence"], "descriptor_sha256": hashlib.sha256(document).hexdigest()}


def main():
    registry = read_registry(sys.argv[1], set(sys.argv[2].split(",")))
    before, failed = {}, False
    for path in sys.argv[3:]:
        problems = list(problems_of(path, registry, before))
        failed = failed or bool(problems)
        print(json.dumps({"file": path, "problems": problems}))
    sys.exit(1 if failed else 0)


main()
