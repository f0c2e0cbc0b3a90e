"""Small documents for the hand-computed tests."""

import json

from evaluate import audit, read_json

AS_OF = "2024-03-31"


def text(words="t"):
    return {"fr": words}


def answer_criterion(**more):
    return {"answer": "quarters", **more}


def value_criterion(low="0", high="10", better="higher", **more):
    return {"value": {"min": low, "max": high, "better": better}, **more}


def tested_criterion(over="every", where=None, kind="thing", **more):
    where = [{"field": "ok", "op": "equals", "value": True}] if where is None else where
    return {"test": {"kind": kind, "over": over, "where": where}, **more}


def control(name, *criteria, **more):
    criteria = criteria or (answer_criterion(),)
    if len(criteria) > 1:
        criteria = [{"id": f"{name}.{n}", **one} for n, one in enumerate(criteria, 1)]
    return {"id": name, "title": text(), "criteria": list(criteria), **more}


def standard(*controls, **more):
    fields = [{"id": "name", "title": text(), "type": "text"},
              {"id": "ok", "title": text(), "type": "boolean"},
              {"id": "n", "title": text(), "type": "decimal"},
              {"id": "day", "title": text(), "type": "date"}]
    answers = [("no", "0"), ("some", "0.25"), ("half", "0.5"), ("most", "0.75"), ("yes", "1")]
    return {
        "id": "s", "edition": "1", "title": text(), "publisher": text(),
        "subject": "organisation", "basis": "proposal",
        "scales": [{"id": "quarters", "answers": [
            {"id": name, "title": text(), "degree": degree} for name, degree in answers]}],
        "kinds": [{"id": "thing", "title": text(), "key": ["name"], "fields": fields},
                  {"id": "loose", "title": text(), "fields": fields}],
        "scale": "100",
        "groups": [{"id": "g", "title": text(), "controls": list(controls)}],
        **more,
    }


def record(name, target="c", observed=AS_OF, **more):
    where = {"control": target} if target else {}
    return {"id": name, "observed": observed, **where, **more}


def data(name, thing, ok=None, target=None, kind="thing", **more):
    said = {"name": thing} if ok is None else {"name": thing, "ok": ok}
    return record(name, target, kind=kind, data=said, **more)


def sample(name, checked, population, exceptions, **more):
    said = {"checked": str(checked), "population": str(population), "exceptions": str(exceptions)}
    return record(name, sample=said, **more)


def run(document, *records, waivers=(), **options):
    dossier = {"standard": {"id": "s", "edition": "1"}, "subject": {"id": "x", "name": "x"},
               "evidence": list(records), "waivers": list(waivers)}
    # Through JSON, as the command reads it.
    case = read_json(json.dumps([document, dossier, {"as_of": AS_OF, **options}]))
    return audit(*case)


def finding(result, name="c"):
    return next(one for one in result["findings"] if one["control"] == name)


def criterion(result, name="c"):
    entries = [entry for one in result["findings"] for entry in one["criteria"]]
    return next(entry for entry in entries if entry["criterion"] == name)


def states(result, name="c"):
    """Record id -> state, or the reasons of one set aside."""
    return {one["id"]: one["reasons"] or one["state"] for one in criterion(result, name)["records"]}


def ends(pair):
    return pair if pair is None else (pair["lo"], pair["hi"])
