"""Random universes for the laws of E12: standards whose controls are sets of atoms, true mappings
between them, and dossiers that tell some of the truth.

An atom has a level, 0 to 3, and is met by default from level 2 on. A criterion asks for one atom:
by an answer (yes from level 2 on), or by a test of its level, which a parameter makes tighter
(level 3) or looser (level 1).
"""

import itertools

from canonical import digest
from small import AS_OF, text

RELATIONS = ("equal", "subset-of", "superset-of", "intersects-with", "no-relationship")
# Sets of requirements are sets of bits, never empty (E12.1).
TRUE_OF = {
    "equal": lambda a, b: a == b,
    "subset-of": lambda a, b: a & ~b == 0,
    "superset-of": lambda a, b: b & ~a == 0,
    "intersects-with": lambda a, b: a & b != 0,
    "no-relationship": lambda a, b: a & b == 0,
}
LEVELS = (0, 1, 2, 3)
PARAMETERS = [("least", "integer", "2", "1", "3"), ("bar", "decimal", "1", "0.5", "1"),
              ("weight", "decimal", "1", "0.5", "2")]
PROFILES = {"tight": {"least": "3"}, "loose": {"least": "1"}, "low": {"bar": "0.5"},
            "heavy": {"weight": "2"}, "plain": {}}


def relations_of(a, b):
    return [name for name in RELATIONS if TRUE_OF[name](a, b)]


def atom_of(criterion):
    return int(criterion["id"].rpartition(".")[2])


def controls_of(standard):
    return standard["groups"][0]["controls"]


class Universe:
    def __init__(self, rng):
        self.rng = rng
        self.atoms = [1 << n for n in range(rng.choice((2, 3, 4)))]
        self.truth = {atom: rng.choice((0, 1, 2, 2, 3, 3, 3)) for atom in self.atoms}
        self.open = {atom: set(LEVELS) for atom in self.atoms}  # what the dossiers leave open
        self.sets = {}  # (standard, control) -> atoms
        self.standards = [self._standard(name) for name in "abcd"[: rng.choice((2, 3, 4))]]
        made = [self._mapping() for _ in range(rng.choice((1, 2, 3, 4)))]
        self.mappings = [one for one in made if one["edges"]]

    def _standard(self, name):
        controls = [self._control(name, f"{name}{n}") for n in range(self.rng.choice((1, 2, 3)))]
        fields = [{"id": "n", "title": text(), "type": "text"},
                  {"id": "level", "title": text(), "type": "integer"}]
        profiles = [{"id": one, "title": text(), **({"parameters": [
            {"parameter": key, "value": value, "reason": text()}
            for key, value in settings.items()]} if settings else {})}
            for one, settings in PROFILES.items()]
        return {"id": name, "edition": "1", "title": text(), "publisher": text(),
                "subject": "country", "basis": "proposal", "scale": "1",
                "scales": [{"id": "yn", "answers": [
                    {"id": "yes", "title": text(), "degree": "1"},
                    {"id": "no", "title": text(), "degree": "0"}]}],
                "kinds": [{"id": "atom", "title": text(), "key": ["n"], "fields": fields}],
                "parameters": [{"id": one, "title": text(), "type": kind, "default": default,
                                "min": low, "max": high}
                               for one, kind, default, low, high in PARAMETERS],
                "profiles": profiles,
                "groups": [{"id": "g", "title": text(), "controls": controls}]}

    def _control(self, standard, name):
        rng = self.rng
        atoms = rng.sample(self.atoms, rng.randint(1, min(3, len(self.atoms))))
        if self.sets and rng.random() < 0.5:  # often the same set once more, or a part of it
            again = rng.choice(list(self.sets.values()))
            atoms = [atom for atom in self.atoms if atom & again]
            rng.shuffle(atoms)
            atoms = atoms[: rng.randint(1, 2 * len(atoms))]
        self.sets[standard, name] = sum(atoms)
        criteria = [self._criterion(f"{name}.{atom}") for atom in atoms]
        for one in criteria[1:]:
            if rng.random() < 0.2:
                one["weight"] = rng.choice(["0", {"parameter": "weight"}])
        control = {"id": name, "title": text(), "criteria": criteria}
        if rng.random() < 0.5:
            control["combine"] = rng.choice(["all", *["mean"] * 3, "any", {"at_least": "1"}])
        if rng.random() < 0.3:
            control["pass"] = rng.choice(["0.5", {"parameter": "bar"}])
        return control

    def _criterion(self, name):
        if self.rng.random() < 0.5:
            return {"id": name, "answer": "yn"}
        where = [{"field": "level", "op": "at-least", "value": {"parameter": "least"}}]
        return {"id": name, "test": {"kind": "atom", "over": "every", "where": where}}

    # --- mappings ----------------------------------------------------------------------

    def _mapping(self):
        rng = self.rng
        source, target = rng.choice(self.standards), rng.choice(self.standards)
        edges, pairs = [], set()
        for _ in range(rng.choice((2, 4, 6, 8))):
            one = rng.choice(controls_of(source))
            other = rng.choice(controls_of(target))
            end, b = {"to": other["id"]}, self.sets[target["id"], other["id"]]
            if rng.random() < 0.3:
                criterion = rng.choice(other["criteria"])
                end, b = {"to_criterion": criterion["id"]}, atom_of(criterion)
            names = [one["id"]]
            if rng.random() < 0.25:
                more = (rng.choice(controls_of(source))["id"] for _ in range(2))
                names = sorted({one["id"], *more})
            joined = 0
            for name in names:
                joined |= self.sets[source["id"], name]
            true = relations_of(joined, b) if len(names) == 1 else []
            true += ["covered-by"] * (b & ~joined == 0)
            true = true[:1] if rng.random() < 0.5 else true  # what says most comes first
            pair = (tuple(names), *end.items())
            if true and pair not in pairs and source is not target:
                pairs.add(pair)
                edges.append({"from": names, **end, "relation": rng.choice(true),
                              "rationale": text(), "confidence": "high"})
        return {"id": "m", "edition": "1", "title": text(), "basis": "proposal",
                "source": self._side(source), "target": self._side(target), "edges": edges}

    def _side(self, standard):
        return {"standard": standard["id"], "edition": "1", "digest": digest(standard)}

    # --- evidence ----------------------------------------------------------------------

    def dossier(self, standard, share):
        """Each criterion is told with that chance; now and then as not applicable."""
        evidence = []
        for control in controls_of(standard):
            for criterion in control["criteria"]:
                draw = self.rng.random()
                record = {"id": criterion["id"], "criterion": criterion["id"], "observed": AS_OF}
                if draw < share:
                    evidence.append({**record, **self._told(criterion)})
                elif draw > 0.94:
                    evidence.append({**record, "answer": "not-applicable", "remark": "r"})
        return {"standard": {"id": standard["id"], "edition": "1"},
                "subject": {"id": "x", "name": "x"}, "evidence": evidence}

    def _told(self, criterion):
        atom = atom_of(criterion)
        level = self.truth[atom]
        if "answer" in criterion:
            self.open[atom] &= {one for one in LEVELS if (one >= 2) == (level >= 2)}
            return {"answer": "yes" if level >= 2 else "no"}
        self.open[atom] = {level}
        return {"kind": "atom", "data": {"n": "x", "level": str(level)}}

    def case(self):
        rng, target = self.rng, self.standards[-1]
        options = {"as_of": AS_OF}
        if rng.random() < 0.4:
            options["profile"] = rng.choice(list(PROFILES))
        if rng.random() < 0.1:  # by name, for all audits
            options["parameters"] = dict(rng.choice(list(PROFILES.values())))
        sources = []
        for one in self.standards:
            if rng.random() < (0.15, 0.9)[one is not target]:
                sources.append({"standard": one, "dossier": self.dossier(one, 0.8)})
                if rng.random() < 0.3:
                    sources[-1]["profile"] = rng.choice(list(PROFILES))
        return {"standard": target, "dossier": self.dossier(target, rng.choice((0, 0, 0.4))),
                "options": options, "mappings": self.mappings, "from": sources}

    def models(self):
        """Every truth of the atoms that agrees with what was told."""
        for levels in itertools.product(*(sorted(self.open[atom]) for atom in self.atoms)):
            yield dict(zip(self.atoms, levels))
