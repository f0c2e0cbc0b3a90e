"""The names of everything the generator must reach."""


def _each(prefix, words):
    return [f"{prefix} {word}" for word in words.split()]


STATES = "stands displaced set-aside"
REASONS = ("not-yet-observed expired too-old withdrawn assurance-too-low incomplete-data "
           "superseded not-applicable-contested")
VERDICTS = "satisfied not-satisfied partial undetermined not-applicable not-in-force"
OUTCOMES = "yes no open"
OVERS = "every count share"
TYPES = "text integer decimal boolean date one-of"
OPS = "equals one-of present at-least at-most before after"

ALL = (
    ["cases"]
    + _each("combine root", "all any mean at-least")
    + _each("combine group", "all any mean at-least")
    + _each("combine control", "all any mean at-least")
    + ["at-least k > n"]
    + _each("weight 0", "group control criterion")
    + _each("weight fraction", "group control criterion")
    + ["weight 25 digits", "siblings all of weight 0", "group without controls in the plan"]
    + _each("group depth", "1 2 3")
    + _each("exclusion", "drop forbid")
    + _each("kind key", "none one several")
    + _each("criterion form", "answer value test")
    + _each("value better", "higher lower")
    + _each("over", "every some count share")
    + _each("field type", TYPES)
    + _each("op", OPS)
    + ["where empty", "where one", "where several"]
    + _each("parameter in", "weight max_age min max value one-of-item count share at_least above "
            "combine pass effort valid.from valid.until criterion-weight")
    + _each("parameter set by", "default profile options both")
    + _each("profile", "used add drop")
    + ["control left out"]
    + _each("level", "at_least above both certain several next top touched-by-lo touched-by-hi "
            "hit-at_least hit-above none")
    + _each("valid", "before first-day within last-day after")
    + _each("option assurance", "absent declared documented verified")
    + _each("record form", "answer value sample data")
    + _each("record names", "control controls criterion criteria nothing left-out")
    + ["subject attributes", "id beyond ASCII", "id beyond the basic plane"]
    + _each("spelling", "token text exponent leading-zeros trailing-zeros negative 25-digits")
    + _each("record state", STATES)
    + _each("record reason", REASONS)
    + ["several reasons for one record"]
    + _each("superseded", "directly through-others through-one-that-does-not-count "
            "through-one-that-speaks-elsewhere not-for-lower-assurance not-by-one-set-aside "
            "with-another-reason")
    + _each("boundary", "observed expires max_age withdrawn waiver.from waiver.until")
    + _each("max_age", "clamped never-ends")
    + _each("displaced", "by-observed by-received by-unknown data")
    + ["tie stands", "same source several assurances stand", "own source stands",
       "source names apart", "source of several names", "received ignored across sources"]
    + _each("conflict", "different-sources tied answer value sample data form same-degree")
    + _each("not-applicable", "holds contested with-unknown")
    + _each("sample on", "answer value every share")
    + _each("sample on test", OUTCOMES)
    + _each("where", "true false unknown")
    + [f"members {over} {word}" for over in OVERS.split() for word in OUTCOMES.split()]
    + _each("members", "none-stands sample-too unknown-thing mixed-thing same-thing-other-spelling")
    + _each("criterion reason", "no-evidence answered-unknown sample-incomplete "
            "conflicting-evidence claim-contradicted " + REASONS)
    + _each("verdict", VERDICTS)
    + _each("met", "yes no unknown null")
    + _each("possible", "1 2 3")
    + ["met no but partial possible not-satisfied"]
    + _each("pass below 1", "satisfied")
    + _each("waiver", "active expired future unneeded")
    + ["control waived", "score raised by waiver"]
    + _each("root", "applicable not-applicable control-applicable-all-the-same")
    + ["group not applicable", "assurances differ", "hi falls with assurance", "lo falls",
       "lo rises"]
    + _each("gain", "positive zero lo-unlike-hi")
    + _each("gaps ordered by", "met gain.lo gain.hi severity effort id")
    + ["result rounded", "result half to even"]
)
