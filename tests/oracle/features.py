"""What a set of cases exercised, counted from the oracle's evaluation of each case."""

from feature_names import ALL
from feature_records import criterion_features, dossier_features
from feature_tree import options_features, result_features, standard_features


def count_features(counts, case, result, trace):
    found = ["cases"]
    found += standard_features(case["standard"], trace)
    found += options_features(case, trace)
    found += dossier_features(case, trace)
    for judged in trace.judged[trace.assurance].values():
        found += criterion_features(judged, trace)
    found += result_features(case, result, trace)
    for name in found:
        counts[name] += 1


def zeros(counts):
    return [name for name in ALL if counts[name] == 0]


def table(counts):
    """All expected names, then any others, aligned."""
    names = ALL + sorted(set(counts) - set(ALL))
    wide = max(len(name) for name in names)
    return "\n".join(f"{name.ljust(wide)}  {counts[name]:>9}" for name in names)
