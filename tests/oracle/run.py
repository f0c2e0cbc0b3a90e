"""Differential run: the engine against the oracle, byte for byte.

`python3 tests/oracle/run.py --engine PATH --cases 5000 --seed 1 [--jobs 2] [--keep DIR]`, and
with `--mappings` the cases of E12 (README: `mappings`, `from`, `standards`).
The engine reads case lines on stdin and writes one result line each, in order.
"""

import argparse
import json
import multiprocessing
import os
import pathlib
import shlex
import subprocess
import sys
import time
from collections import Counter

import feature_mapping
import features
from evaluate import line_of
from generate import evaluated_case
from gen_mapping import evaluated_mapping_case
from gen_values import json_of

BLOCK = 500  # cases made, piped and compared at a time: memory stays bounded
SHOWN = 5  # differences kept in full
ROOT = pathlib.Path(__file__).resolve().parents[2]


def engine_command(path):
    """A program, or a command line such as "python3 engine.py"."""
    return [path] if os.path.exists(path) else shlex.split(path)


def ask_engine(command, cases):
    """The engine's result lines, and what it said if it failed."""
    text = "".join(case + "\n" for case in cases)
    done = subprocess.run(command, input=text.encode("utf-8"), capture_output=True, check=False)
    # Only line feeds end a line; results may hold other separators.
    lines = done.stdout.decode("utf-8", "replace").split("\n")
    if lines and lines[-1] == "":
        lines.pop()
    trouble = ""
    if done.returncode != 0 or len(lines) != len(cases):
        said = done.stderr.decode("utf-8", "replace").strip()[-2000:]
        trouble = f"exit code {done.returncode}, {len(lines)} of {len(cases)} lines\n{said}"
    return lines, trouble


def run_block(task):
    """Make, evaluate and compare one block: (cases, counts, failures, first of them, trouble)."""
    command, seed, first, last, mappings = task
    make = evaluated_mapping_case if mappings else evaluated_case
    counts, cases, expected = Counter(), [], []
    for number in range(first, last):
        case, result = make(seed, number, counts)
        cases.append(json_of(case))
        expected.append(line_of(case, result))
    lines, trouble = ask_engine(command, cases)
    lines += [""] * (len(cases) - len(lines))
    failed = [n for n, line in enumerate(expected) if line != lines[n]]
    shown = [(first + n, cases[n], expected[n], lines[n]) for n in failed[:SHOWN]]
    return len(cases), counts, len(failed), shown, trouble


def first_difference(one, other, path=""):
    """JSON pointer and the two values where the trees differ first, or None."""
    if isinstance(one, dict) and isinstance(other, dict):
        for key in sorted(set(one) | set(other)):
            step = path + "/" + key.replace("~", "~0").replace("/", "~1")
            if key not in one or key not in other:
                return step, one.get(key, "(absent)"), other.get(key, "(absent)")
            found = first_difference(one[key], other[key], step)
            if found:
                return found
        return None
    if isinstance(one, list) and isinstance(other, list):
        for number, (left, right) in enumerate(zip(one, other)):
            found = first_difference(left, right, f"{path}/{number}")
            if found:
                return found
        if len(one) != len(other):
            return path + "/-", f"{len(one)} elements", f"{len(other)} elements"
        return None
    same = type(one) is type(other) and one == other
    return None if same else (path, one, other)


def keep(folder, number, case, expected, line):
    """Write the case with both results, and print where they part."""
    folder.mkdir(parents=True, exist_ok=True)
    document = json.loads(case)
    stem = folder / f"case-{document['id']}"
    stem.with_suffix(".ndjson").write_text(case + "\n", encoding="utf-8")
    stem.with_suffix(".oracle.json").write_text(expected + "\n", encoding="utf-8")
    stem.with_suffix(".engine.json").write_text(line + "\n", encoding="utf-8")
    print(f"difference in case {document['id']}: {stem}.*")
    try:
        found = first_difference(json.loads(expected), json.loads(line))
    except ValueError:
        print(f"  the engine's line is no JSON: {line[:300]!r}")
        return
    if found is None:
        print("  the same tree, written otherwise")
    else:
        path, ours, theirs = found
        print(f"  at {path}")
        print(f"  oracle: {json.dumps(ours, ensure_ascii=False)[:300]}")
        print(f"  engine: {json.dumps(theirs, ensure_ascii=False)[:300]}")


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--engine", required=True)
    parser.add_argument("--cases", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--mappings", action="store_true", help="the cases of E12")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--keep", type=pathlib.Path, default=ROOT / "target" / "oracle")
    return parser.parse_args()


def main():
    given = arguments()
    sys.stdout.reconfigure(encoding="utf-8")
    command = engine_command(given.engine)
    tasks = ((command, given.seed, first, min(first + BLOCK, given.cases), given.mappings)
             for first in range(0, given.cases, BLOCK))
    counts, done, failed, kept, troubles = Counter(), 0, 0, 0, 0
    start = time.monotonic()
    with multiprocessing.Pool(given.jobs) as pool:
        for size, found, bad, shown, trouble in pool.imap(run_block, tasks):
            done, failed = done + size, failed + bad
            counts.update(found)
            if trouble and troubles < SHOWN:
                troubles += 1
                print(f"the engine failed: {trouble}")
            for one in shown[: SHOWN - kept]:
                kept += 1
                keep(given.keep, *one)
            pace = done / (time.monotonic() - start)
            print(f"\r{done}/{given.cases} cases, {pace:.0f} per second, {failed} differ",
                  end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    named = feature_mapping if given.mappings else features
    print(named.table(counts))
    missing = named.zeros(counts)
    if missing:
        print(f"never reached: {', '.join(missing)}")
    print(f"{done - failed} passed, {failed} failed")
    if failed or missing or troubles:
        sys.exit(1)


if __name__ == "__main__":
    main()
