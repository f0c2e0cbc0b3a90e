"""Random small valid dossiers for a standard and its plan (E2.7, E2.8)."""

from gen_values import chance, fresh, spelled
from statements import read_statement, takes

ASSURANCES = ["declared", "documented", "verified"]
SOURCE_NAMES = ["s1", "s1", "s2", "ɲɛ"]  # the same in three name spaces (E3.2)


class DossierMaker:
    def __init__(self, rng, window, standard, plan, kind_maker):
        self.rng, self.window = rng, window
        self.standard, self.plan, self.kind_maker = standard, plan, kind_maker
        self.kinds = {kind["id"]: kind for kind in standard.get("kinds", [])}
        self.controls = plan.controls + plan.left_out
        self.forbid = standard.get("exclusion") == "forbid"
        self.ids = set()
        self.records = []

    def make(self):
        rng = self.rng
        if not self.forbid and self.plan.controls and chance(rng, 0.05):
            self._nothing_applies()
        else:
            self._many(rng.choice((0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 13, 25)))
        rng.shuffle(self.records)
        subject = {"id": "ɲɔgɔn", "name": "N"}
        if chance(rng, 0.4):
            subject["attributes"] = {name: "ja" for name in rng.sample(["k", "ɲ", "ŋ", "z"], 2)}
        if chance(rng, 0.3):
            subject["fictional"] = rng.choice([True, False])
        document = {
            "standard": {"id": self.standard["id"], "edition": self.standard["edition"]},
            "subject": subject,
            "evidence": self.records,
        }
        if chance(rng, 0.6):
            document["waivers"] = self._waivers()
        return document

    def _waivers(self):
        rng, taken, found = self.rng, set(), []
        names = [control.id for control in self.controls]
        for _ in range(rng.choice((1, 1, 2, 3))):
            first, last = self.window.span()
            found.append({
                "id": fresh(rng, taken),
                "controls": rng.sample(names, min(len(names), rng.choice((1, 1, 2, 3)))),
                "reason": "r\n", "approved_by": "A", "from": self.window.day(first),
                "until": self.window.day(last),
            })
        return found

    # --- records -----------------------------------------------------------------------

    def _nothing_applies(self):
        """Every control of the plan, or all but one, is said not to apply."""
        names = [control.id for control in self.plan.controls]
        weighty = [control.id for control in self.plan.controls if control.weight > 0]
        if weighty and chance(self.rng, 0.5):
            names = weighty  # the root may be not applicable while a control is (FORMAT)
        if chance(self.rng, 0.3) and len(names) > 1:
            names.remove(self.rng.choice(names))
        record = {"id": fresh(self.rng, self.ids), "observed": self.window.as_of,
                  "control": names, "answer": "not-applicable", "remark": "r",
                  "assurance": "verified"}
        self.records.append(record)
        if chance(self.rng, 0.3):
            self._many(self.rng.choice((1, 2)))

    def _many(self, count):
        rng = self.rng
        hot = rng.sample(self.controls, min(len(self.controls), rng.choice((1, 2, 3))))
        made = []  # (record, its criterion), oldest first: `supersedes` has no cycle
        for _ in range(count):
            earlier = None
            if made and chance(rng, 0.5):
                earlier, criterion = rng.choice(made[-4:])
            else:
                control = rng.choice(hot if chance(rng, 0.8) else self.controls)
                criterion = rng.choice(control.children)
            record = self._record(criterion, earlier)
            if made and chance(rng, 0.3):
                chosen = [earlier] if earlier and chance(rng, 0.7) else [rng.choice(made)[0]]
                if chance(rng, 0.15):
                    chosen.append(rng.choice(made)[0])
                names = sorted({one["id"] for one in chosen})
                record["supersedes"] = names[0] if len(names) == 1 else names
            made.append((record, criterion))
            self.records.append(record)

    def _record(self, criterion, earlier):
        rng = self.rng
        record = {"id": fresh(rng, self.ids), "observed": self.window.observed(criterion.max_age)}
        record.update(self._said(criterion, earlier))
        self._name(record, criterion)
        if chance(rng, 0.75):
            record["assurance"] = rng.choice(ASSURANCES)
        if record.get("answer") == "not-applicable" and chance(rng, 0.4):
            record["assurance"] = "verified"  # it may hold only where the rest does not count
        if chance(rng, 0.75):
            record["source"] = self._source()
        if earlier is not None and chance(rng, 0.5):  # the same source once more
            for key in ("assurance", "source", "observed"):
                record.pop(key, None) if key != "observed" else None
                if key in earlier and (key != "observed" or chance(rng, 0.5)):
                    record[key] = earlier[key]
        if chance(rng, 0.25):
            record["received"] = self.window.near(-1, 0, 1)
        if chance(rng, 0.15):
            record["expires"] = self.window.near(-1, 0, 0, 1)
        if chance(rng, 0.08):
            record["withdrawn"] = {"date": self.window.near(-1, 0, 1), "reason": "r"}
        if chance(rng, 0.05):
            record["method"] = "interview"
            record["by"] = "Ɲ"
        return record

    def _source(self):
        rng = self.rng
        source = {"locator": "p. 1"} if chance(rng, 0.15) else {}
        main = rng.choice(("id", "id", "uri", "title", None))
        for name in ("title", "id", "uri"):
            if name == main or chance(rng, 0.15):
                source[name] = rng.choice(SOURCE_NAMES)
        if chance(rng, 0.1):
            source["bytes"] = spelled(rng, rng.choice(["0", "1e3", "12"]))
            source["sha256"] = "0a" * 32
        return source

    def _said(self, criterion, earlier):
        """What the record says, in a form the criterion takes (E2.7)."""
        rng = self.rng
        draw = rng.random()
        if draw < 0.05:
            return {"answer": "unknown"}
        if draw < 0.11 and not self.forbid:
            return {"answer": "not-applicable", "remark": "r"}
        sampled = criterion.form != "test" or criterion.over[0] != "count"
        if sampled and draw < 0.27:
            return {"sample": self._sample()}
        if criterion.form == "answer":
            return {"answer": rng.choice(list(criterion.answers))}
        if criterion.form == "value":
            step = (criterion.high - criterion.low) * rng.choice((0, 1, 1, 2, 3, 5, 8)) / 8
            return {"value": spelled(rng, criterion.low + step)}
        kind = self.kinds[criterion.kind]
        data = self.kind_maker.data(kind)
        if earlier and earlier.get("kind") == kind["id"] and chance(rng, 0.6):
            data.update({key: earlier["data"][key] for key in kind.get("key", [])})
        return {"kind": kind["id"], "data": data}

    def _sample(self):
        rng = self.rng
        population = rng.choice((1, 2, 3, 5, 7, 10, 10, 10**25 + 1))
        checked = population if chance(rng, 0.4) else rng.randint(0, population)
        exceptions = 0 if chance(rng, 0.5) else rng.randint(0, checked)
        return {"checked": spelled(rng, checked), "population": spelled(rng, population),
                "exceptions": spelled(rng, exceptions)}

    def _name(self, record, criterion):
        """Name criteria or controls that take the record; data may name nothing."""
        rng = self.rng
        statement = read_statement(record, self.plan)
        if statement.form == "data" and chance(rng, 0.35):
            return
        takers = {control.id: [one.id for one in control.children if takes(one, statement)]
                  for control in self.controls}
        if chance(rng, 0.5):
            names = [one for ids in takers.values() for one in ids]
            record["criterion"] = self._one_or_many(criterion.id, names)
        elif statement.form == "sample" and self._tests(criterion.control, statement) > 1:
            record["criterion"] = criterion.id  # else an ambiguous sample (E2.7)
        elif statement.form == "sample":
            # Several controls only where no test is met.
            names = [control.id for control in self.controls
                     if takers[control.id] and not self._tests(control.id, statement)]
            if self._tests(criterion.control, statement):
                names = []
            record["control"] = self._one_or_many(criterion.control, names)
        else:
            names = [name for name, ids in takers.items() if ids]
            record["control"] = self._one_or_many(criterion.control, names)

    def _tests(self, control_id, statement):
        control = next(one for one in self.controls if one.id == control_id)
        return sum(one.form == "test" and takes(one, statement) for one in control.children)

    def _one_or_many(self, name, names):
        others = [one for one in names if one != name]
        if not others or chance(self.rng, 0.7):
            return name if chance(self.rng, 0.8) else [name]
        return [name, *self.rng.sample(others, min(len(others), self.rng.choice((1, 1, 2))))]
