"""Report -> planc-baseline.yaml: the list shortened to what is still found, or made anew."""

import datetime as dt
import json
import re
from collections import Counter
from collections.abc import Collection, Iterable

from planc.model.baseline import Baseline, Identity, OlderOfPlan
from planc.model.finding import Finding
from planc.model.report import Report
from planc.wording.text import FORBIDDEN

_HEAD = """\
# Findings that stood when these plans came to planc, or when this list was last renewed. planc
# check passes over them up to the day of their plan; papers for a board still count them.
# planc baseline takes out what is put right. To set a finding aside for a reason, write a waiver
# in the plan instead.
"""


def shorten_baseline(
    old: Baseline,
    findings: Iterable[Finding],
    report: Report,
    unrun: Collection[str],
    until: dt.date | None = None,
) -> Baseline:
    """The list without what is gone. With `until`, every plan of the report gets a new one.

    `findings` are all that a list can hold, set aside or not; `unrun` are the rules that did not
    run. Nothing that could not be looked for is taken for gone.
    """
    now = Counter(finding.identity for finding in findings if _can_stand(finding))
    sound: dict[str, bool] = {}
    for file in report.files:
        sound[file.name] = sound.get(file.name, True) and file.sound
    everything = report.whole and all(sound.values())
    left, lists = now.copy(), []
    for of_plan in sorted(old.plans, key=lambda of_plan: of_plan.last):
        looked_at = sound.get(of_plan.plan or "", everything)
        kept = Counter[Identity]()
        for identity, number in of_plan.numbers().items():
            seen = looked_at and identity[1] not in unrun
            kept[identity] = min(number, left[identity]) if seen else number
            left[identity] -= min(number, left[identity])
        if until is None or of_plan.plan not in sound:
            lists.append(_list(of_plan.plan or "", of_plan.last, kept))
    if until is not None:
        lists += [_list(plan, until, now) for plan in sound]
    filled = [of_plan for of_plan in lists if of_plan.findings]
    return Baseline(
        planc=1, plans=tuple(sorted(filled, key=lambda of_plan: (of_plan.plan, of_plan.last)))
    )


def _list(plan: str, until: dt.date, numbers: Counter[Identity]) -> OlderOfPlan:
    """What the numbers say of this plan, in order of rule and object."""
    findings: dict[str, dict[str, int]] = {}
    for (about, rule, thing), number in sorted(numbers.items()):
        if about == plan and number:
            findings.setdefault(rule, {})[thing] = number
    return OlderOfPlan(plan=plan, until=until, findings=findings)


def _can_stand(finding: Finding) -> bool:
    """Whether a list can name it: what an object is called may be anything in a plan."""
    words = (finding.plan, finding.about)
    return all(w and not w.isspace() and len(w) <= 500 and not FORBIDDEN.search(w) for w in words)


def written(baseline: Baseline) -> str:
    """The text of the file; the same list is always the same text."""
    lines = [_HEAD + "planc: 1", "plans:" if baseline.plans else "plans: []"]
    for of_plan in baseline.plans:
        lines.append(f"  - plan: {_scalar(of_plan.plan or '')}")
        lines.append(f"    until: {of_plan.last.isoformat()}")
        lines.append("    findings:")
        for rule, objects in of_plan.findings.items():
            numbers = ", ".join(f"{_scalar(thing)}: {n}" for thing, n in objects.items())
            lines.append(f"      {rule}: {{{numbers}}}")
    return "\n".join(lines) + "\n"


_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9_./-]*\Z")
_NEVER_PLAIN = ("true", "false", "null", "yes", "no", "on", "off", "y", "n")


def _scalar(text: str) -> str:
    """The text as YAML: in quotation marks unless nobody could read it as anything but text."""
    plain = _PLAIN.match(text) and text.lower() not in _NEVER_PLAIN
    return text if plain else json.dumps(text, ensure_ascii=False)
