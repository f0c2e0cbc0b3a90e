"""The independent oracle of Kolosi: a slow and obvious evaluator of the rules E1 to E12.

As a command: `python3 tests/oracle/evaluate.py < cases.ndjson > results.ndjson`; a case is
{"id", "standard", "dossier", "options", "mappings"?, "from"?}, a result {"id", "result",
"standard_digest", "dossier_digest"} in canonical JSON.
"""

import json
import sys

from audit import audit, audit_with_trace
from canonical import canonical, digest, json_text
from mapping import Inferences
from numbers_and_dates import Number

__all__ = ["audit", "canonical", "digest", "read_json", "result_line"]


def read_json(text):
    """JSON in which every number keeps its text (E1.2)."""
    return json.loads(text, parse_int=Number, parse_float=Number)


def result_line(case):
    """The canonical JSON line of one case, without the line end."""
    return line_of(case, result_of(case))


def result_of(case):
    """The audit; with `inferences` where the case has the member `mappings`."""
    return result_with_trace(case)[0]


def result_with_trace(case):
    """And what lies behind the inferences, None where there are none."""
    result, target = audit_with_trace(case["standard"], case["dossier"], case["options"])
    trace = None
    if case.get("mappings"):
        trace = Inferences(case["standard"], target, case["mappings"], case.get("from", []))
    if "mappings" in case:
        result["inferences"] = trace and trace.document()
    return result, trace


def line_of(case, result):
    return json_text({
        "id": case["id"],
        "result": result,
        "standard_digest": digest(case["standard"]),
        "dossier_digest": digest(case["dossier"], case["standard"]),
    })


def main():
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    for line in sys.stdin.buffer:
        if line.strip():
            print(result_line(read_json(line.decode("utf-8"))))


if __name__ == "__main__":
    main()
