"""The oracle on the vector files: `python3 tests/oracle/vectors.py [FOLDER]`.

Checks every case with `expect.audit` ({JSON pointer: expected value}); a pointer's token may be
`[key=value]`: the element of a list whose member `key` is `value`. Other kinds of cases, and
members of the audit that the oracle does not give, are counted as skipped.
"""

import pathlib
import re
import sys

from canonical import digest, json_text
from evaluate import read_json, result_of
from numbers_and_dates import Number

FOLDER = pathlib.Path(__file__).resolve().parents[1] / "vectors"
NOT_GIVEN = {"engine", "digest", "subject", "evidence", "options"}


class Absent(Exception):
    """The pointer leads nowhere."""


def tokens(pointer):
    """JSON pointer tokens; a `[key=value]` may hold slashes as ~1."""
    if pointer == "":
        return []
    return [one.replace("~1", "/").replace("~0", "~") for one in pointer[1:].split("/")]


def resolve(tree, pointer):
    for token in tokens(pointer):
        chosen = re.fullmatch(r"\[([^=]+)=(.*)\]", token, re.DOTALL)
        if isinstance(tree, list) and chosen:
            key, value = chosen.groups()
            found = [one for one in tree if isinstance(one, dict) and one.get(key) == value]
            if len(found) != 1:
                raise Absent(f"{len(found)} elements with {key}={value}")
            tree = found[0]
        elif isinstance(tree, list) and token.isdecimal() and int(token) < len(tree):
            tree = tree[int(token)]
        elif isinstance(tree, dict) and token in tree:
            tree = tree[token]
        else:
            raise Absent(f"nothing at {token!r}")
    return tree


def plain(tree):
    """Expected values are plain JSON: number tokens become counts."""
    if isinstance(tree, Number):
        return int(tree)
    if isinstance(tree, list):
        return [plain(one) for one in tree]
    if isinstance(tree, dict):
        return {key: plain(value) for key, value in tree.items()}
    return tree


def full_audit(case, standard, dossier, sources):
    """The oracle's audit with the digests, which it gives apart."""
    result = result_of({"standard": standard, "dossier": dossier, "options": case["options"],
                        "mappings": case.get("mappings", []), "from": sources})
    result["standard"] = {"id": standard["id"], "edition": standard["edition"],
                          "digest": digest(standard)}
    result["dossier"] = {"digest": digest(dossier, standard)}
    return result


def is_given(pointer):
    """False for what only the engine writes: the documents themselves, its name and so on."""
    path = tokens(pointer)
    if path and path[0] in NOT_GIVEN or path[:2] == ["standard", "document"]:
        return False
    return path[:1] != ["waivers"] or len(path) == 3 and path[2] in ("id", "status")


def documents(case, standards):
    """Standard and dossier as trees; None where one is not given as a tree (text, YAML)."""
    standard, dossier = case["standard"], case["dossier"]
    if isinstance(standard, str):
        standard = standards.get(standard)
    trees = isinstance(standard, dict) and "groups" in standard
    trees = trees and isinstance(dossier, dict) and "evidence" in dossier
    return (standard, dossier) if trees else None


def check_case(case, standard, dossier, standards):
    """What is wrong, as lines; and how many pointers were skipped."""
    sources = [{**one, "standard": standards.get(one["standard"])
                if isinstance(one["standard"], str) else one["standard"]}
               for one in case.get("from", [])]
    result = full_audit(case, standard, dossier, sources)
    wrong, skipped = [], 0
    for pointer, expected in case["expect"]["audit"].items():
        if not is_given(pointer):
            skipped += 1
            continue
        expected = plain(expected)
        try:
            found = resolve(result, pointer)
        except Absent as reason:
            wrong.append(f"{pointer}: {reason}")
            continue
        if json_text(found) != json_text(expected):
            wrong.append(f"{pointer}: expected {json_text(expected)}, found {json_text(found)}")
    return wrong, skipped


def main():
    sys.stdout.reconfigure(encoding="utf-8")
    folder = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER
    passed = failed = skipped = skipped_pointers = 0
    for file in sorted(folder.glob("*.json")):
        document = read_json(file.read_text(encoding="utf-8"))
        for case in document.get("cases", []):
            pair = None
            if "audit" in case.get("expect", {}):
                pair = documents(case, document.get("standards", {}))
            if pair is None:
                skipped += 1
                continue
            try:
                wrong, pointers = check_case(case, *pair, document.get("standards", {}))
            except Exception as error:  # an invalid document in a case of audits
                wrong, pointers = [f"the oracle failed: {error!r}"], 0
            skipped_pointers += pointers
            passed, failed = passed + (not wrong), failed + bool(wrong)
            for line in wrong:
                print(f"{file.name} {case['id']} {case.get('rules', '')}: {line}")
    print(f"skipped: {skipped} cases (other kinds, or documents given as text), "
          f"{skipped_pointers} pointers")
    print(f"{passed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
